#include <fmt/format.h>

#include <map>

#include "base/text.h"
#include "extract/publication_date.h"
#include "extract/reference_details.h"
#include "extract/reference_parser.h"

namespace musclekg {

namespace {

constexpr std::size_t kMostAuthors = 100;

/// "[[page|words]]" as "words", without "''".
std::string without_markup(std::string_view value) {
  std::string result;
  std::size_t link = std::string::npos;  // where the words of an open link begin in the result
  for (std::size_t at = 0; at < value.size();) {
    const std::string_view rest = value.substr(at);
    if (rest.starts_with("[[")) {
      link = result.size();
      at += 2;
    } else if (rest.starts_with("]]")) {
      link = std::string::npos;
      at += 2;
    } else if (rest.starts_with("''")) {
      at += 2;
    } else if (rest.front() == '|' && link != std::string::npos) {
      result.resize(link);
      ++at;
    } else {
      result += value[at++];
    }
  }
  return result;
}

class TemplateReader {
 public:
  explicit TemplateReader(const std::vector<std::pair<std::string, std::string>>& arguments) {
    for (const auto& [name, value] : arguments)
      if (!trim(value).empty()) values_.emplace(fold(name), with_single_blanks(without_markup(value)));
  }

  ParsedReference read() {
    ParsedReference result;
    PageReference& reference = result.reference;
    reference.authors = authors();
    reference.title = first_of({"title", "chapter", "article"});
    reference.journal = first_of({"journal", "periodical", "magazine"});
    reference.publisher = first_of({"publisher", "website", "work", "site", "encyclopedia", "institution"});
    reference.date = date({"date", "year"});
    reference.accessed = date({"access-date", "accessdate"});
    reference.volume = first_of({"volume"});
    reference.issue = first_of({"issue", "number"});
    reference.pages = first_of({"pages", "page", "pp", "p", "at"});
    reference.doi = first_of({"doi"});
    reference.pmid = first_of({"pmid"});
    reference.url = first_of({"url", "chapter-url"});
    if (!valid_iri(reference.url)) reference.url.clear();
    result.book = !first_of({"isbn", "edition", "chapter"}).empty();
    result.online = !reference.accessed.empty() || (!reference.url.empty() && reference.journal.empty() && !result.book);
    return result;
  }

 private:
  std::string first_of(std::initializer_list<std::string_view> names) const {
    for (const std::string_view name : names)
      if (const auto found = values_.find(name); found != values_.end()) return found->second;
    return {};
  }

  std::string date(std::initializer_list<std::string_view> names) const {
    std::size_t begin = 0;
    return first_date(first_of(names), begin).text;
  }

  std::vector<std::string> authors() const {
    std::vector<std::string> result;
    const std::string listed = first_of({"vauthors", "authors"});
    for (const std::string_view name : split(listed, listed.find(';') == std::string::npos ? ',' : ';'))
      if (!trim(name).empty() && !trim(name).starts_with("et al")) result.emplace_back(trim(name));
    for (std::size_t i = 1; i <= kMostAuthors && result.size() < kMostAuthors; ++i) {
      const std::string last = numbered({"last", "surname", "author"}, i), first = numbered({"first", "given"}, i);
      if (last.empty()) break;
      result.push_back(first.empty() ? last : last + ", " + first);
    }
    return result;
  }

  /// "last2", "author2-last"; of the first author "last", too.
  std::string numbered(std::initializer_list<std::string_view> names, std::size_t number) const {
    for (const std::string_view name : names) {
      std::string value = first_of({fmt::format("{}{}", name, number), fmt::format("author{}-{}", number, name)});
      if (value.empty() && number == 1) value = first_of({name, fmt::format("author-{}", name)});
      if (!value.empty()) return value;
    }
    return {};
  }

  std::map<std::string, std::string, std::less<>> values_;
};

}  // namespace

ParsedReference parse_citation_template(const std::vector<std::pair<std::string, std::string>>& arguments) {
  return TemplateReader(arguments).read();
}

}  // namespace musclekg
