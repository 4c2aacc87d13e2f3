#include "map/table_nodes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "rdf/vocabulary.h"

namespace musclekg {

namespace {

constexpr std::string_view kOrcid = "https://orcid.org/";
constexpr std::string_view kDoi = "https://doi.org/";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// All ORCID identifiers in a text: four groups of four digits, the last of which may be X.
std::vector<std::string_view> orcids_in(std::string_view text) {
  constexpr std::size_t kSize = 19;
  std::vector<std::string_view> found;
  for (std::size_t at = 0; at + kSize <= text.size();) {
    bool fits = true;
    for (std::size_t i = 0; i < kSize && fits; ++i) {
      const char c = text[at + i];
      fits = i % 5 == 4 ? c == '-' : is_digit(c) || (i == kSize - 1 && c == 'X');
    }
    if (fits) found.push_back(text.substr(at, kSize));
    at += fits ? kSize : 1;
  }
  return found;
}

/// The names that a cell separates by semicolons.
std::vector<std::string_view> names_in(std::string_view text) {
  std::vector<std::string_view> names;
  for (const std::string_view part : split(text, ';'))
    if (!trim(part).empty()) names.push_back(trim(part));
  return names;
}

}  // namespace

std::string iso_date_of(std::string_view text) {
  constexpr std::size_t kSize = 10;
  if (text.size() == kSize && valid_date(text)) return std::string(text);
  static constexpr std::array<std::string_view, 12> kMonths = {"january", "february", "march",     "april",   "may",      "june",
                                                               "july",    "august",   "september", "october", "november", "december"};
  std::string day, month, year;
  std::string plain(text);
  std::replace(plain.begin(), plain.end(), ',', ' ');
  for (const std::string_view word : split(plain, ' ')) {
    if (word.empty()) continue;
    if (std::all_of(word.begin(), word.end(), is_digit)) {
      std::string& number = word.size() == 4 ? year : day;
      if (!number.empty() || word.size() > 4 || word.size() == 3) return {};
      number = word;
    } else {
      const auto found = std::find(kMonths.begin(), kMonths.end(), ascii_lower(word));
      if (found == kMonths.end() || !month.empty()) return {};
      month = fmt::format("{:02}", found - kMonths.begin() + 1);
    }
  }
  if (day.empty() || month.empty() || year.empty()) return {};
  if (day.size() == 1) day.insert(0, "0");
  std::string date = fmt::format("{}-{}-{}", year, month, day);
  return valid_date(date) ? date : std::string();
}

TableNodes::TableNodes(std::string_view base, ProfileSet profiles, NodeTable& nodes, NodeTable& scoped)
    : base_(base),
      profiles_(profiles),
      nodes_(nodes),
      scoped_(scoped),
      v_{nodes.iri(rdf::type),
         nodes.iri(prov::Entity),
         nodes.iri(dcterms::title),
         nodes.iri(owl::versionInfo),
         nodes.iri(bibo::doi),
         nodes.iri(schema_org::url),
         nodes.iri(dcterms::issued),
         nodes.iri(xsd::date),
         nodes.iri(dcterms::creator),
         nodes.iri(dcterms::contributor),
         nodes.iri(foaf::Person),
         nodes.iri(foaf::name),
         nodes.iri(dcterms::license),
         nodes.iri(dcterms::references),
         nodes.iri(mkg::number),
         nodes.iri(dcterms::bibliographicCitation),
         nodes.iri(dcterms::description),
         nodes.iri(csvw::Table),
         nodes.iri(csvw::Column),
         nodes.iri(csvw::Row),
         nodes.iri(csvw::name),
         nodes.iri(schema_org::position),
         nodes.iri(mkg::file),
         nodes.iri(mkg::headerRow),
         nodes.iri(dcterms::isPartOf),
         nodes.iri(mkg::rowNumber),
         nodes.iri(mkg::rejected),
         nodes.iri(xsd::integer)} {}

void TableNodes::begin(const TableHead& head, std::string name, const SourceText& text, const GraphNodes& graphs) {
  head_ = head;
  name_ = std::move(name);
  file_ = text.file;
  text_ = fmt::format("{}text/{}", base_, std::string_view(text.sha256).substr(0, 32));
  source_ = nodes_.iri(fmt::format("{}{}/source", base_, name_));
  licence_ = head.mapping->licence.empty() ? nullptr : nodes_.iri(head.mapping->licence);
  source_graph_ = graphs.of(GraphName::Source);
  rows_graph_ = graphs.of(GraphName::Rows);
  columns_.clear();
}

std::string_view TableNodes::about(AboutLine::Key key) const {
  for (const auto& [known, text] : head_.about)
    if (known == key) return text;
  return {};
}

/// People with an ORCID have it as IRI, where each name has one.
void TableNodes::tell_people(AboutLine::Key names_key, AboutLine::Key ids_key, const Node* predicate, Statements& statements) {
  const std::vector<std::string_view> names = names_in(about(names_key));
  const std::vector<std::string_view> ids = orcids_in(about(ids_key));
  for (std::size_t i = 0; i < names.size(); ++i) {
    const Node* const person =
        nodes_.iri(ids.size() == names.size() ? fmt::format("{}{}", kOrcid, ids[i]) : fmt::format("{}agent/{}", base_, slug(names[i])));
    statements.add(source_, predicate, person, source_graph_);
    statements.add(person, v_.type, v_.person, source_graph_);
    statements.add(person, v_.person_name, scoped_.text(names[i]), source_graph_);
  }
}

void TableNodes::tell_table(Statements& statements) {
  if (wants(Profile::Source)) {
    const auto say = [&](const Node* predicate, const Node* object) { statements.add(source_, predicate, object, source_graph_); };
    say(v_.type, v_.entity);
    if (const auto title = about(AboutLine::Key::Title); !title.empty()) say(v_.title, scoped_.text(title));
    if (const auto version = about(AboutLine::Key::Version); !version.empty()) say(v_.version, scoped_.text(version));
    if (std::string_view doi = about(AboutLine::Key::Doi); !doi.empty()) {
      if (doi.starts_with(kDoi)) doi.remove_prefix(kDoi.size());
      say(v_.doi, scoped_.text(doi));
      if (const std::string url = std::string(kDoi).append(doi); valid_iri(url)) say(v_.url, scoped_.iri(url));
    }
    if (const auto date = about(AboutLine::Key::Date); !date.empty()) {
      const std::string iso = iso_date_of(date);
      say(v_.issued, iso.empty() ? scoped_.text(date) : scoped_.literal(iso, v_.date_type));
    }
    for (const std::string_view publication : names_in(about(AboutLine::Key::Publications))) say(v_.citation, scoped_.text(publication));
    if (licence_ != nullptr) say(v_.licence, licence_);
    tell_people(AboutLine::Key::Authors, AboutLine::Key::AuthorIds, v_.creator, statements);
    tell_people(AboutLine::Key::Reviewers, AboutLine::Key::ReviewerIds, v_.contributor, statements);
  }
  if (!wants(Profile::Rows)) return;
  const Node* const table = scoped_.iri(text_);
  const auto integer = [&](std::uint64_t value) { return scoped_.literal(fmt::format_int(value).c_str(), v_.integer); };
  statements.add(table, v_.type, v_.table, rows_graph_);
  statements.add(table, v_.file, scoped_.text(file_), rows_graph_);
  statements.add(table, v_.header_row, integer(head_.header), rows_graph_);
  for (const std::string& name : head_.names) {
    tell_column(statements);
    if (!name.empty()) statements.add(columns_.back(), v_.column_name, scoped_.text(name), rows_graph_);
  }
}

/// The next column, whether the header names it or not.
void TableNodes::tell_column(Statements& statements) {
  const std::size_t number = columns_.size() + 1;
  const Node* const column = nodes_.iri(fmt::format("{}{}/column/{}", base_, name_, number));
  columns_.push_back(column);
  statements.add(column, v_.type, v_.column, rows_graph_);
  statements.add(column, v_.part_of, scoped_.iri(text_), rows_graph_);
  statements.add(column, v_.position, scoped_.literal(fmt::format_int(number).c_str(), v_.integer), rows_graph_);
}

const Node* TableNodes::row(std::uint32_t number) {
  if (!wants(Profile::Rows)) return nullptr;
  scratch_.assign(base_).append(name_).append("/row/").append(fmt::format_int(number).c_str());
  return scoped_.iri(scratch_);
}

void TableNodes::tell_row(const TableRow& row, std::string_view rejected, Statements& statements) {
  const Node* const node = this->row(row.number);
  if (node == nullptr) return;
  if (row.number > head_.header) statements.add(node, v_.type, v_.row, rows_graph_);
  statements.add(node, v_.part_of, scoped_.iri(text_), rows_graph_);
  statements.add(node, v_.row_number, scoped_.literal(fmt::format_int(row.number).c_str(), v_.integer), rows_graph_);
  if (!rejected.empty()) statements.add(node, v_.rejected, scoped_.text(rejected), rows_graph_);
  for (const TableCell& cell : row.cells) {
    if (cell.text.empty()) continue;
    while (columns_.size() < cell.column) tell_column(statements);
    statements.add(node, columns_[cell.column - 1], scoped_.text(cell.text), rows_graph_);
  }
}

void TableNodes::tell_reference(const TableReference& reference, Statements& statements) {
  if (!wants(Profile::Source)) return;
  const Node* const node = scoped_.iri(fmt::format("{}{}/reference/{}", base_, name_, reference.number));
  statements.add(source_, v_.references, node, source_graph_);
  statements.add(node, v_.number, scoped_.literal(fmt::format_int(reference.number).c_str(), v_.integer), source_graph_);
  if (!reference.words.empty()) statements.add(node, v_.title, scoped_.text(reference.words), source_graph_);
  if (reference.id.starts_with(kDoi)) statements.add(node, v_.doi, scoped_.text(reference.id.substr(kDoi.size())), source_graph_);
  const bool url = (reference.id.starts_with("https://") || reference.id.starts_with("http://")) && valid_iri(reference.id);
  if (url) {
    statements.add(node, v_.url, scoped_.iri(reference.id), source_graph_);
  } else if (!reference.id.empty() && reference.id != reference.words) {
    statements.add(node, v_.description, scoped_.text(reference.id), source_graph_);
  }
  if (!reference.note.empty()) statements.add(node, v_.description, scoped_.text(reference.note), source_graph_);
}

}  // namespace musclekg
