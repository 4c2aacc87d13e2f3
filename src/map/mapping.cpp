#include "map/mapping.h"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <span>

#include "base/table.h"
#include "base/text.h"

namespace musclekg {

namespace {

/// A word of the table and what it stands for.
template <class Meaning>
struct Word {
  std::string_view word;
  Meaning meaning;
};

constexpr Word<ValueKind> kValues[] = {
    {"action", ValueKind::Action},     {"agent", ValueKind::Agent}, {"cited", ValueKind::Cited}, {"concept", ValueKind::Concept},
    {"date", ValueKind::Date},         {"group", ValueKind::Group}, {"iri", ValueKind::Iri},     {"journal", ValueKind::Journal},
    {"evidence", ValueKind::Evidence}, {"level", ValueKind::Level}, {"text", ValueKind::Text},   {"linking", ValueKind::Linking},
};

/// The profiles a row may name: the others are made of these.
constexpr Word<Profile> kRowProfiles[] = {
    {"claims", Profile::Claims}, {"direct", Profile::Direct}, {"source", Profile::Source}, {"terms", Profile::Terms}};

constexpr Word<Subject> kSubjects[] = {{"agent", Subject::Agent},
                                       {"muscle", Subject::Muscle},
                                       {"owner", Subject::Owner},
                                       {"source", Subject::Source},
                                       {"value", Subject::Value}};

constexpr Word<Object> kObjects[] = {
    {"agent", Object::Agent},       {"group", Object::Group},
    {"integer", Object::Integer},   {"joint", Object::Joint},
    {"level", Object::Level},       {"list", Object::List},
    {"material", Object::Material}, {"muscle", Object::Muscle},
    {"owner", Object::Owner},       {"owner-material", Object::OwnerMaterial},
    {"part", Object::Part},         {"position", Object::Position},
    {"text", Object::Text},         {"text@en", Object::EnglishText},
    {"true", Object::True},         {"value", Object::Value},
};

constexpr Word<When> kWhens[] = {{"always", When::Always},
                                 {"artery", When::Artery},
                                 {"first", When::First},
                                 {"immaterial", When::Immaterial},
                                 {"known-part", When::KnownPart},
                                 {"last", When::Last},
                                 {"provisional-owner", When::ProvisionalOwner}};

template <class Meaning>
std::optional<Meaning> find(std::span<const Word<Meaning>> words, std::string_view word) {
  for (const Word<Meaning>& row : words)
    if (row.word == word) return row.meaning;
  return {};
}

/// Reports an unknown word of the table, with the words that may stand there.
template <class Meaning>
void unknown(const Table& table, const Table::Row& row, std::size_t column, std::string_view what, std::span<const Word<Meaning>> words,
             Diagnostics& diagnostics) {
  std::vector<std::string_view> names;
  for (const Word<Meaning>& word : words) names.push_back(word.word);
  const auto near = nearest(row.cells[column], names);
  diagnostics.error(table.at(row, column), "mapping",
                    fmt::format("unknown {} '{}'; expected {}", what, row.cells[column], fmt::join(names, ", ")),
                    near ? fmt::format("did you mean '{}'?", *near) : "");
}

/// The node of a prefixed name, or nullptr after reporting.
const Node* node_of(const Table& table, const Table::Row& row, std::size_t column, const Prefixes& prefixes, NodeTable& nodes,
                    Diagnostics& diagnostics) {
  const auto iri = prefixes.expand(row.cells[column]);
  if (iri && valid_iri(*iri)) return nodes.iri(*iri);
  diagnostics.error(table.at(row, column), "mapping",
                    fmt::format("'{}' is no prefixed name with a prefix of prefixes.tsv", row.cells[column]));
  return nullptr;
}

/// Calls `visit(key, owner relation)` for each key of the format and each relation it can stand under.
template <class Visit>
void for_each_pair(Visit visit) {
  for (const Key& outer : record_keys()) {
    if (outer.inner == Shape::None) continue;
    for (Shape shape = outer.inner; shape != Shape::None; shape = base_of(shape))
      for (const Key& key : keys_of(shape))
        if (!key.names_owner) visit(key.relation, outer.relation);
  }
  for (const Key& key : keys_of(Shape::Record))
    if (!key.names_owner) visit(key.relation, Relation::Muscle);
}

}  // namespace

Mapping::Mapping(const std::string& data, const SlotTable& slots, const Prefixes& prefixes, NodeTable& nodes, Diagnostics& diagnostics) {
  load_rules(data + "/mapping.tsv", slots, prefixes, nodes, diagnostics);
  load_concepts(data + "/concepts.tsv", prefixes, nodes, diagnostics);
  check_complete(data + "/mapping.tsv", diagnostics);
  // What is said of a muscle can be said of another structure, where a table does.
  for (auto& by_owner : by_pair_)
    if (auto& index = by_owner[static_cast<std::size_t>(Relation::Structure)]; index == 0)
      index = by_owner[static_cast<std::size_t>(Relation::Muscle)];
}

void Mapping::load_rules(const std::string& path, const SlotTable& slots, const Prefixes& prefixes, NodeTable& nodes,
                         Diagnostics& diagnostics) {
  const Table table =
      read_table(path, {"key", "of", "value", "subject", "predicate", "object", "when", "profile", "kind", "rule", "note"}, diagnostics);
  std::map<std::pair<std::string, std::string>, std::uint16_t> known;
  std::map<std::uint16_t, std::string> values;  ///< the words for what a value becomes
  for (const Table::Row& row : table.rows) {
    const Relation relation = relation_named(row.cells[0]);
    if (relation == Relation::Count) {
      diagnostics.error(table.at(row, 0), "mapping", fmt::format("'{}' is no key of the record format", row.cells[0]));
      continue;
    }
    const Relation owner = row.cells[1] == "*" ? Relation::Count : relation_named(row.cells[1]);
    if (owner == Relation::Count && row.cells[1] != "*") {
      diagnostics.error(table.at(row, 1), "mapping", fmt::format("'{}' is no key of the record format", row.cells[1]));
      continue;
    }
    auto [place, added] = known.try_emplace({row.cells[0], row.cells[1]}, static_cast<std::uint16_t>(rules_.size()));
    if (added) {
      FieldRule rule;
      const std::string& value = row.cells[2];
      if (value.starts_with("new:")) {
        rule.value = ValueKind::New;
        rule.path = value.substr(4);
      } else if (const auto kind = find<ValueKind>(kValues, value)) {
        rule.value = *kind;
        if (*kind == ValueKind::Group) rule.slot = slots.find("muscles");
      } else {
        rule.value = ValueKind::Term;
        rule.slot = slots.find(value);
      }
      if ((rule.value == ValueKind::Term || rule.value == ValueKind::Group) && rule.slot == nullptr)
        diagnostics.error(table.at(row, 2), "mapping", fmt::format("'{}' is neither a slot of slots.tsv nor a word for values", value));
      rules_.push_back(std::move(rule));
      // A row for one owner goes before a row for any.
      for (std::size_t i = 0; i < kRelationCount; ++i) {
        auto& index = by_pair_[static_cast<std::size_t>(relation)][i];
        if (owner == Relation::Count ? index == 0 : i == static_cast<std::size_t>(owner)) index = place->second;
      }
    }
    if (const std::string& first = values.try_emplace(place->second, row.cells[2]).first->second; first != row.cells[2])
      diagnostics.error(table.at(row, 2), "mapping",
                        fmt::format("the value is '{}' here, and '{}' in an earlier row of the same key", row.cells[2], first));
    if (row.cells[4] == "-") continue;
    const auto subject = find<Subject>(kSubjects, row.cells[3]);
    if (!subject) unknown<Subject>(table, row, 3, "subject", kSubjects, diagnostics);
    const auto when = find<When>(kWhens, row.cells[6]);
    if (!when) unknown<When>(table, row, 6, "condition", kWhens, diagnostics);
    const auto profile = find<Profile>(kRowProfiles, row.cells[7]);
    if (!profile) unknown<Profile>(table, row, 7, "profile", kRowProfiles, diagnostics);
    const auto optional_node = [&](std::size_t column) {
      return row.cells[column] == "-" ? nullptr : node_of(table, row, column, prefixes, nodes, diagnostics);
    };
    if (profile && (profile == Profile::Direct) != (row.cells[8] != "-"))
      diagnostics.error(table.at(row, 8), "mapping", "a statement has a kind just where its profile is direct",
                        "name a kind (mkg:Origin), or write '-'");
    StatementRule statement{subject.value_or(Subject::Muscle),
                            node_of(table, row, 4, prefixes, nodes, diagnostics),
                            Object::Constant,
                            nullptr,
                            when.value_or(When::Always),
                            profile.value_or(Profile::Direct),
                            optional_node(8),
                            optional_node(9)};
    if (const auto object = find<Object>(kObjects, row.cells[5])) {
      statement.object = *object;
    } else if (row.cells[5].find(':') == std::string::npos) {
      unknown<Object>(table, row, 5, "object", kObjects, diagnostics);
    } else {
      statement.constant = node_of(table, row, 5, prefixes, nodes, diagnostics);
    }
    FieldRule& rule = rules_[place->second];
    rule.profiles |= bit(statement.profile);
    if (statement.profile == Profile::Direct) rule.profiles |= bit(Profile::Evidence) | bit(Profile::Owl);
    if (statement.profile == Profile::Claims) rule.profiles |= bit(Profile::Evidence);
    rule.statements.push_back(statement);
  }
  for (FieldRule& rule : rules_) {
    if (rule.value == ValueKind::Linking) rule.profiles = kAllProfiles;
    if (rule.statements.empty()) rule.profiles |= bit(Profile::Evidence);
    if (rule.slot != nullptr || rule.value == ValueKind::Action) rule.profiles |= bit(Profile::Links) | bit(Profile::Terms);
  }
}

void Mapping::load_concepts(const std::string& path, const Prefixes& prefixes, NodeTable& nodes, Diagnostics& diagnostics) {
  const Table table = read_table(path, {"key", "word", "iri"}, diagnostics);
  for (const Table::Row& row : table.rows) {
    const Relation relation = relation_named(row.cells[0]);
    if (relation == Relation::Count) {
      diagnostics.error(table.at(row, 0), "mapping", fmt::format("'{}' is no key of the record format", row.cells[0]));
    } else {
      concepts_[static_cast<std::size_t>(relation)].emplace_back(row.cells[1], node_of(table, row, 2, prefixes, nodes, diagnostics));
    }
  }
}

void Mapping::check_complete(const std::string& path, Diagnostics& diagnostics) const {
  for_each_pair([&](Relation relation, Relation owner) {
    if (by_pair_[static_cast<std::size_t>(relation)][static_cast<std::size_t>(owner)] == 0)
      diagnostics.error({path, {}}, "mapping", fmt::format("no row for the key '{}' under '{}'", name_of(relation), name_of(owner)),
                        "add a row; its value may be 'evidence'");
  });
  for (const Key& key : record_keys()) {
    if (key.type != Type::Choice) continue;
    for (const std::string_view word : split(key.choices, '|'))
      if (concept_of(key.relation, word) == nullptr)
        diagnostics.error({path, {}}, "mapping", fmt::format("concepts.tsv has no IRI for the word '{}' of '{}'", word, key.name));
  }
}

const Node* Mapping::concept_of(Relation relation, std::string_view word) const {
  for (const auto& [known, node] : concepts_[static_cast<std::size_t>(relation)])
    if (known == word) return node;
  return nullptr;
}

}  // namespace musclekg
