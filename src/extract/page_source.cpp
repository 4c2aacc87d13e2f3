#include "extract/page_source.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/text.h"

namespace musclekg {

namespace {

enum class Form : std::uint8_t { Text, Iri, Date };

struct Row {
  std::string_view key;  ///< of a property, in lower case
  std::string PageSource::*value;
  Form form;
};

constexpr std::array<Row, 23> kRows = {{{"url", &PageSource::url, Form::Iri},
                                        {"og:url", &PageSource::url, Form::Iri},
                                        {"canonical", &PageSource::url, Form::Iri},
                                        {"source", &PageSource::url, Form::Iri},
                                        {"licence", &PageSource::licence, Form::Iri},
                                        {"license", &PageSource::licence, Form::Iri},
                                        {"dc.rights", &PageSource::licence, Form::Iri},
                                        {"dcterms.license", &PageSource::licence, Form::Iri},
                                        {"date", &PageSource::date, Form::Date},
                                        {"dc.date", &PageSource::date, Form::Date},
                                        {"dcterms.modified", &PageSource::date, Form::Date},
                                        {"article:modified_time", &PageSource::date, Form::Date},
                                        {"article:published_time", &PageSource::date, Form::Date},
                                        {"updated", &PageSource::date, Form::Date},
                                        {"last-modified", &PageSource::date, Form::Date},
                                        {"retrieved", &PageSource::retrieved, Form::Date},
                                        {"accessed", &PageSource::retrieved, Form::Date},
                                        {"revision", &PageSource::version, Form::Text},
                                        {"version", &PageSource::version, Form::Text},
                                        {"publisher", &PageSource::publisher, Form::Text},
                                        {"dc.publisher", &PageSource::publisher, Form::Text},
                                        {"og:site_name", &PageSource::publisher, Form::Text},
                                        {"site", &PageSource::publisher, Form::Text}}};

constexpr std::array<std::string_view, 6> kAuthors = {"author", "authors", "dc.creator", "dcterms.creator", "citation_author", "by"};

/// The date of a time: "2024-03-05" of "2024-03-05T10:00:00Z".
std::string_view date_of(std::string_view value) { return value.size() > 10 && value[10] == 'T' ? value.substr(0, 10) : value; }

}  // namespace

PageSource source_of(const Page& page) {
  PageSource source;
  source.title = page.title;
  for (const auto& [key, written] : page.properties) {
    std::string_view value = trim(written);
    if (value.empty()) continue;
    if (std::find(kAuthors.begin(), kAuthors.end(), key) != kAuthors.end()) {
      source.contributors.push_back({std::string(value), "author", {}});
      continue;
    }
    const auto row = std::find_if(kRows.begin(), kRows.end(), [&name = key](const Row& one) { return one.key == name; });
    if (row == kRows.end() || !(source.*(row->value)).empty()) continue;
    if (row->form == Form::Date) value = date_of(value);
    if ((row->form == Form::Iri && !valid_iri(value)) || (row->form == Form::Date && !valid_date(value))) {
      source.note.append(source.note.empty() ? "" : "; ").append(key).append(": ").append(value);
    } else {
      source.*(row->value) = value;
    }
  }
  return source;
}

}  // namespace musclekg
