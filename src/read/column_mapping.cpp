#include "read/column_mapping.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <optional>
#include <set>
#include <utility>

#include "base/input.h"
#include "base/text.h"

namespace musclekg {

namespace {

constexpr std::size_t kLargest = 1 << 20;     ///< bytes
constexpr std::size_t kMostNodes = 100'000;   ///< looked at, each alias anew
constexpr std::uint32_t kMostSkipped = 1000;  ///< lines above a header

constexpr std::pair<std::string_view, AboutLine::Key> kAboutKeys[] = {
    {"title", AboutLine::Key::Title},
    {"authors", AboutLine::Key::Authors},
    {"author_ids", AboutLine::Key::AuthorIds},
    {"reviewers", AboutLine::Key::Reviewers},
    {"reviewer_ids", AboutLine::Key::ReviewerIds},
    {"publications", AboutLine::Key::Publications},
    {"doi", AboutLine::Key::Doi},
    {"date", AboutLine::Key::Date},
    {"version", AboutLine::Key::Version},
};

Position position_of(const YAML::Mark& mark) {
  return mark.is_null() ? Position{1, 1} : Position{static_cast<std::uint32_t>(mark.line + 1), static_cast<std::uint32_t>(mark.column + 1)};
}

bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
}

/// A mapping on its way from YAML. What is wrong is reported and passed over.
class MappingReader {
 public:
  MappingReader(std::string file, Diagnostics& diagnostics) : diagnostics_(diagnostics) { mapping_.file = std::move(file); }

  ColumnMapping read(const YAML::Node& root) {
    read_map(
        root, "a mapping", {"name", "tables"},
        {{"name", [&](const YAML::Node& node) { mapping_.name = name_in_iris(node); }},
         {"title", [&](const YAML::Node& node) { mapping_.title = text(node); }},
         {"licence", [&](const YAML::Node& node) { read_licence(node); }},
         {"relations",
          [&](const YAML::Node& node) { each_pair(node, [&](const auto& word, const auto& value) { read_relation(word, value); }); }},
         {"types", [&](const YAML::Node& node) { each_pair(node, [&](const auto& word, const auto& value) { read_type(word, value); }); }},
         {"tables", [&](const YAML::Node& node) { each(node, [&](const YAML::Node& table) { read_table(table); }); }}});
    return std::move(mapping_);
  }

 private:
  using Handler = std::function<void(const YAML::Node&)>;

  void fault(const YAML::Node& node, std::string text, std::string hint = {}) {
    diagnostics_.error({mapping_.file, position_of(node.Mark())}, "column-mapping", std::move(text), std::move(hint));
  }

  /// Counts what is looked at: a document may name one part of it many times over.
  void count() {
    if (++nodes_ > kMostNodes) throw Failure(fmt::format("{}: more than {} values, aliases written out", mapping_.file, kMostNodes));
  }

  std::string text(const YAML::Node& node) {
    count();
    if (node.IsScalar() && !trim(node.Scalar()).empty()) return std::string(trim(node.Scalar()));
    fault(node, "expected a text");
    return {};
  }

  std::string name_in_iris(const YAML::Node& node) {
    std::string name = text(node);
    if (!name.empty() && !is_name(name)) fault(node, fmt::format("'{}' becomes part of IRIs", name), "use letters, digits and '-'");
    return name;
  }

  /// Calls `visit` for each value of a list, or for the one value that stands instead.
  void each(const YAML::Node& node, const Handler& visit) {
    count();
    if (!node.IsSequence()) return visit(node);
    for (const YAML::Node& value : node) visit(value);
  }

  void each_pair(const YAML::Node& node, const std::function<void(const YAML::Node&, const YAML::Node&)>& visit) {
    count();
    if (!node.IsMap()) return fault(node, "expected a map");
    std::set<std::string> met;
    for (const auto& pair : node) {
      const std::string name = text(pair.first);
      if (name.empty()) continue;
      if (!met.insert(name).second) {
        fault(pair.first, fmt::format("'{}' is there twice", name), "keep one of them");
        continue;
      }
      visit(pair.first, pair.second);
    }
  }

  void read_map(const YAML::Node& node, std::string_view what, std::initializer_list<std::string_view> required,
                const std::vector<std::pair<std::string_view, Handler>>& keys) {
    std::vector<std::string_view> names;
    for (const auto& [name, handler] : keys) names.push_back(name);
    std::set<std::string> met;
    each_pair(node, [&](const YAML::Node& key, const YAML::Node& value) {
      const std::string name = key.Scalar();
      met.insert(name);
      const auto known = std::find_if(keys.begin(), keys.end(), [&](const auto& row) { return row.first == name; });
      if (known != keys.end()) return known->second(value);
      const auto near = nearest(name, names);
      fault(key, fmt::format("unknown key '{}' of {}; the keys are {}", name, what, fmt::join(names, ", ")),
            near ? fmt::format("did you mean '{}'?", *near) : "");
    });
    if (!node.IsMap()) return;
    for (const std::string_view name : required)
      if (!met.contains(std::string(name))) fault(node, fmt::format("{} needs the key '{}'", what, name));
  }

  void read_licence(const YAML::Node& node) {
    mapping_.licence = text(node);
    if (valid_iri(mapping_.licence)) return;
    fault(node, fmt::format("'{}' is no absolute IRI", mapping_.licence));
    mapping_.licence.clear();
  }

  Relation relation(const YAML::Node& node) {
    const std::string name = text(node);
    const Relation found = relation_named(name);
    if (found != Relation::Count && relates_structures(found)) return found;
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < kRelationCount; ++i)
      if (relates_structures(static_cast<Relation>(i))) names.push_back(name_of(static_cast<Relation>(i)));
    const auto near = nearest(name, names);
    if (!name.empty())
      fault(node, fmt::format("'{}' is no relation of two structures; these are {}", name, fmt::join(names, ", ")),
            near ? fmt::format("did you mean '{}'?", *near) : "");
    return Relation::Count;
  }

  bool truth(const YAML::Node& node) {
    const std::string word = text(node);
    if (word != "true" && word != "false") fault(node, fmt::format("expected true or false; found '{}'", word));
    return word == "true";
  }

  void read_relation(const YAML::Node& word, const YAML::Node& value) {
    RelationWord row{word.Scalar(), {}};
    each(value, [&](const YAML::Node& node) {
      RelationMeaning meaning;
      read_map(node, "a relation", {"is"},
               {{"is", [&](const YAML::Node& name) { meaning.relation = relation(name); }},
                {"turned", [&](const YAML::Node& turned) { meaning.turned = truth(turned); }}});
      if (meaning.relation != Relation::Count) row.meanings.push_back(meaning);
    });
    mapping_.relations.push_back(std::move(row));
  }

  void read_type(const YAML::Node& word, const YAML::Node& value) {
    TypeWord row{word.Scalar(), {}, position_of(value.Mark())};
    const std::string kinds = text(value);
    for (const std::string_view kind : split(kinds, '|')) row.kinds.emplace_back(trim(kind));
    mapping_.types.push_back(std::move(row));
  }

  void read_table(const YAML::Node& node) {
    TableColumns table;
    table.where = position_of(node.Mark());
    YAML::Node statements;  // they name structures, which may stand behind them
    const auto texts = [&](std::vector<std::string>& into) {
      return [&](const YAML::Node& list) { each(list, [&](const YAML::Node& one) { into.push_back(text(one)); }); };
    };
    read_map(
        node, "a table", {"name", "recognised_by", "structures"},
        {{"name", [&](const YAML::Node& value) { table.name = name_in_iris(value); }},
         {"recognised_by", texts(table.recognised_by)},
         {"title_has", [&](const YAML::Node& value) { table.title_has = text(value); }},
         {"skip", [&](const YAML::Node& value) { read_skip(value, table); }},
         {"about", [&](const YAML::Node& value) { read_about(value, table); }},
         {"structures",
          [&](const YAML::Node& value) { each_pair(value, [&](const auto& name, const auto& one) { read_structure(name, one, table); }); }},
         {"statements", [&](const YAML::Node& value) { statements.reset(value); }},
         {"references", [&](const YAML::Node& value) { each(value, [&](const YAML::Node& one) { read_reference(one, table); }); }},
         {"kept", texts(table.kept)}});
    if (statements.IsDefined() && !statements.IsNull()) each(statements, [&](const YAML::Node& one) { read_statement(one, table); });
    const auto same = [&](const TableColumns& other) { return !table.name.empty() && other.name == table.name; };
    if (std::any_of(mapping_.tables.begin(), mapping_.tables.end(), same))
      fault(node, fmt::format("another table is named '{}', too", table.name));
    for (const std::string& kept : table.kept)
      if (kept.find('*') < kept.size() - 1) fault(node, fmt::format("'*' may only end a name of 'kept'; found '{}'", kept));
    mapping_.tables.push_back(std::move(table));
  }

  void read_skip(const YAML::Node& node, TableColumns& table) {
    const std::string number = text(node);
    const bool digits = std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (number.empty() || number.size() > 4 || !digits || std::stoul(number) > kMostSkipped)
      return fault(node, fmt::format("expected the number of lines above the header, at most {}; found '{}'", kMostSkipped, number));
    table.skip = static_cast<std::uint32_t>(std::stoul(number));
    table.skip_given = true;
  }

  void read_about(const YAML::Node& node, TableColumns& table) {
    std::vector<std::pair<std::string_view, Handler>> keys;
    for (const auto& row : kAboutKeys)
      keys.emplace_back(row.first, [&table, key = row.second, this](const YAML::Node& value) { read_about_line(value, key, table); });
    read_map(node, "'about'", {}, keys);
  }

  void read_about_line(const YAML::Node& node, AboutLine::Key key, TableColumns& table) {
    AboutLine about;
    about.key = key;
    read_map(node, "a line", {},
             {{"line",
               [&](const YAML::Node& value) {
                 const std::string number = text(value);
                 const bool digits = std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
                 if (!number.empty() && number.size() < 5 && digits) about.line = static_cast<std::uint32_t>(std::stoul(number));
                 if (about.line == 0) fault(value, fmt::format("expected the number of a line, from 1; found '{}'", number));
               }},
              {"after", [&](const YAML::Node& value) { about.first_cell = text(value); }}});
    if ((about.line == 0) == about.first_cell.empty() && node.IsMap())
      return fault(node, "a line is told either by its number ('line') or by its first cell ('after')");
    table.about.push_back(std::move(about));
  }

  void read_structure(const YAML::Node& name, const YAML::Node& node, TableColumns& table) {
    StructureColumns structure;
    structure.name = name.Scalar();
    structure.where = structure.slot_where = position_of(name.Mark());
    const auto into = [this](std::string& column) { return [this, &column](const YAML::Node& value) { column = text(value); }; };
    read_map(node, "a structure", {"words"},
             {{"words", into(structure.words)},
              {"label", into(structure.label)},
              {"id", into(structure.id)},
              {"type", into(structure.type)},
              {"slot", [&](const YAML::Node& value) {
                 structure.slot = text(value);
                 structure.slot_where = position_of(value.Mark());
               }}});
    table.structures.push_back(std::move(structure));
  }

  std::optional<std::uint32_t> structure(const YAML::Node& node, const TableColumns& table) {
    const std::string name = text(node);
    std::vector<std::string_view> names;
    for (const StructureColumns& one : table.structures) {
      if (one.name == name) return static_cast<std::uint32_t>(names.size());
      names.push_back(one.name);
    }
    const auto near = nearest(name, names);
    if (!name.empty())
      fault(node, fmt::format("'{}' is none of the structures of the table: {}", name, fmt::join(names, ", ")),
            near ? fmt::format("did you mean '{}'?", *near) : "");
    return {};
  }

  void read_statement(const YAML::Node& node, TableColumns& table) {
    StatementColumns statement;
    statement.where = position_of(node.Mark());
    std::optional<std::uint32_t> subject, object;
    RelationMeaning meaning;
    bool related = false, whole = true;
    read_map(
        node, "a statement", {},
        {{"subject", [&](const YAML::Node& value) { whole &= (subject = structure(value, table)).has_value(); }},
         {"object", [&](const YAML::Node& value) { whole &= (object = structure(value, table)).has_value(); }},
         {"chain",
          [&](const YAML::Node& value) {
            statement.chain = true;
            each(value, [&](const YAML::Node& one) {
              const auto found = structure(one, table);
              whole &= found.has_value();
              statement.structures.push_back(found.value_or(0));
            });
          }},
         {"relation",
          [&](const YAML::Node& value) {
            related = true;
            whole &= (meaning.relation = relation(value)) != Relation::Count;
          }},
         {"relation_in",
          [&](const YAML::Node& value) { each(value, [&](const YAML::Node& one) { statement.relation_columns.push_back(text(one)); }); }},
         {"turned", [&](const YAML::Node& value) { meaning.turned = truth(value); }}});
    if (!node.IsMap() || !whole) return;
    const bool pair = subject && object && !statement.chain;
    if (!pair && (subject || object || statement.structures.size() < 2))
      return fault(node, "a statement is of a 'subject' and an 'object', or of a 'chain' of at least two structures");
    if (related != statement.relation_columns.empty() || (statement.chain && !related))
      return fault(node, "a statement needs a 'relation', or the columns of one in 'relation_in'; a chain needs a 'relation'");
    if (pair) statement.structures = {*subject, *object};
    if (related) statement.meanings = {meaning};
    table.statements.push_back(std::move(statement));
  }

  void read_reference(const YAML::Node& node, TableColumns& table) {
    ReferenceColumns reference;
    const auto into = [this](std::string& column) { return [this, &column](const YAML::Node& value) { column = text(value); }; };
    read_map(node, "a reference", {}, {{"words", into(reference.words)}, {"id", into(reference.id)}, {"note", into(reference.note)}});
    if (reference.words.empty() && reference.id.empty()) return fault(node, "a reference needs the column of its 'words' or its 'id'");
    table.references.push_back(std::move(reference));
  }

  Diagnostics& diagnostics_;
  ColumnMapping mapping_;
  std::size_t nodes_ = 0;
};

}  // namespace

ColumnMapping read_column_mapping(const std::string& path, Diagnostics& diagnostics) {
  const std::string text = Input(path).read_all(kLargest);
  const auto unread = [&](Position where, std::string what, std::string hint) {
    diagnostics.error({path, where}, "column-mapping", std::move(what), std::move(hint));
    ColumnMapping mapping;
    mapping.file = path;
    return mapping;
  };
  if (const std::size_t at = find_invalid_utf8(text); at != std::string::npos)
    return unread({1 + static_cast<std::uint32_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n')), 1},
                  "the mapping is not UTF-8", "save it as UTF-8");
  try {
    return MappingReader(path, diagnostics).read(YAML::Load(text));
  } catch (const YAML::Exception& exception) {
    return unread(position_of(exception.mark), fmt::format("no YAML: {}", exception.msg), "");
  }
}

}  // namespace musclekg
