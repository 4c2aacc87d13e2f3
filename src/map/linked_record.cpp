#include "map/linked_record.h"

#include <fmt/format.h>

#include <utility>

#include "base/text.h"

namespace musclekg {

namespace {

std::string_view text_of(const Field* field) { return field ? field->text : std::string_view(); }
std::string_view id_of(const Field* field) { return field ? field->id : std::string_view(); }

Mention mention_of(const Record& record, std::uint32_t index) {
  const Field& field = record.fields[index];
  if (index == 0 || field.end == index + 1 || record.row != 0) return {field.text, field.id, {}, {}, {}, {}, {}, {}, record.row != 0};
  const Field* whole = record.find(index, Relation::Of);
  const Field* branch_of = record.find(index, Relation::BranchOf);
  return {field.text,
          field.id,
          text_of(whole),
          id_of(whole),
          text_of(branch_of),
          id_of(branch_of),
          text_of(record.find(index, Relation::Broader)),
          text_of(record.find(index, Relation::Note))};
}

/// Whether a name in a record is the record's own, and nothing more is said of it: it then means the record's muscle.
bool is_own_name(const Record& record, const Mention& mention) {
  return mention.name == record.muscle().text && mention.id.empty() && mention.whole.empty() && mention.branch_of.empty() &&
         mention.broader.empty();
}

bool takes_muscle(const SlotTable::Slot& slot, const FieldRule& muscle) { return (slot.kinds & muscle.slot->kinds) == muscle.slot->kinds; }

/// What an action says. Empty names where it does not say it.
struct ActionMentions {
  Mention movement;
  Mention joint;
  Mention moved;  ///< of a text: a joint or a part of the body; of a map: the part
};

ActionMentions action_of(const Record& record, std::uint32_t index) {
  const auto named = [](std::string_view name, std::string_view id) { return Mention{name, id, {}, {}, {}, {}, {}, {}}; };
  const std::string_view text = record.fields[index].text;
  if (!text.empty()) {
    const ActionPhrase phrase = action_phrase_of(text);
    return {named(phrase.movement, {}), {}, named(phrase.moved, {})};
  }
  const auto field = [&](Relation relation) {
    const Field* found = record.find(index, relation);
    return named(text_of(found), id_of(found));
  };
  return {field(Relation::Movement), field(Relation::Joint), field(Relation::Moved)};
}

bool is_movement(const Mention& mention, Linker& linker) {
  const Link& link = linker.link(*linker.slots().movement, mention);
  return link.term != kNoTerm || !link.candidates.empty();
}

/// Whether the object of a text is a joint: it is the name of one, or of several that may be meant, or calls itself one.
bool is_joint(const Mention& moved, Linker& linker) {
  const Link& link = linker.link(*linker.slots().joint, moved);
  if (link.rule != LinkRule::Refused && (link.term != kNoTerm || !link.candidates.empty())) return true;
  for (const std::string_view word : split(moved.name, ' ')) {
    const std::string lower = ascii_lower(word);
    if (lower == "joint" || lower == "joints" || lower == "articulation" || lower == "articulations") return true;
  }
  return false;
}

/// Whether what a map calls a part has its name from a joint ("knee") or is one.
bool is_named_after_joint(const Mention& part, Linker& linker) {
  const TermIndex& terms = linker.tables().terms;
  const Link& joint = linker.link(*linker.slots().joint, part);
  if (joint.rule == LinkRule::Refused || joint.term == kNoTerm) return false;
  const Link& any = linker.link(*linker.slots().any, part);
  const std::string_view name = any.matched.empty() ? part.name : std::string_view(any.matched);
  return any.term == joint.term || slug(terms[joint.term].label) == slug(name) + "-joint";
}

}  // namespace

const Link& link_muscle(const Record& record, const Mapping& mapping, Linker& linker) {
  linker.set_muscle(kNoTerm);
  const SlotTable::Slot& slot = *mapping.rule(record.muscle().relation, Relation::Muscle).slot;
  if (record.row != 0) return linker.link(slot, mention_of(record, 0));  // comes again in other rows
  return linker.link_once(slot, mention_of(record, 0));
}

bool link_record(const Record& record, const Link& own, const Mapping& mapping, const SpinalLevels& levels, Linker& linker,
                 Diagnostics& diagnostics, LinkedRecord& linked) {
  bool whole = true;
  const auto error = [&](Position where, std::string_view rule, std::string text, std::string hint) {
    whole = false;
    diagnostics.error({record.file, where}, rule, std::move(text), std::move(hint));
  };
  const auto taken = [&](const Link& result) {
    if (result.term == kNoTerm) return fmt::format("the id is passed over: it becomes mkt:{}", result.slug);
    const LinkTables& tables = linker.tables();
    const std::string id = tables.prefixes.id_of(tables.terms[result.term].iri);
    return result.rule == LinkRule::AuthorsId ? std::string("no term has the name: the id is taken")
                                              : fmt::format("by its name it is {} '{}'", id, tables.terms[result.term].label);
  };
  const auto link = [&](const Field& field, const SlotTable::Slot* slot, const Mention& mention) {
    const bool muscle = &field == &record.muscle();
    if (!muscle && is_own_name(record, mention) && takes_muscle(*slot, *linked.fields[0].rule)) return linked.fields[0].link;
    const Link& result = muscle ? own : linker.link(*slot, mention);
    if (result.rule == LinkRule::Refused) {
      error(mention.id.empty() ? field.where : field.id_where, result.fault_rule, result.fault,
            mention.id.empty() ? "" : "mend the id or the name, or leave the id out and let the name be linked");
    } else if (!result.fault_rule.empty()) {
      diagnostics.warning({record.file, field.id_where}, result.fault_rule, fmt::format("{}; {}", result.fault, taken(result)));
    } else if (!result.given_id.empty() && result.term != kNoTerm) {
      const Term& term = linker.tables().terms[result.term];
      diagnostics.warning(
          {record.file, field.id_where}, "obsolete-id",
          fmt::format("{} is obsolete: {} '{}' is taken instead", result.given_id, linker.tables().prefixes.id_of(term.iri), term.label));
    }
    return &result;
  };
  linked.record = &record;
  linked.fields.assign(record.fields.size(), {});
  for (std::uint32_t i = 0; i < record.fields.size(); ++i) {
    const Field& field = record.fields[i];
    LinkedField& result = linked.fields[i];
    const Relation owner = i == 0 ? Relation::Muscle : record.fields[field.parent].relation;
    result.rule = &mapping.rule(field.relation, owner);
    switch (result.rule->value) {
      case ValueKind::Term:
      case ValueKind::Group:
        result.words = field.text;
        result.link = link(field, result.rule->slot, mention_of(record, i));
        break;
      case ValueKind::Action: {
        auto [movement, joint, moved] = action_of(record, i);
        if (movement.name.empty() || (moved.name.empty() && !field.text.empty() && !is_movement(movement, linker))) {
          error(field.where, "action-syntax", fmt::format("'{}' is neither a known movement nor one of something", field.text),
                "write \"extension of the knee joint\", or a map with 'movement', and 'joint' or 'part'");
          break;
        }
        result.words = movement.name;
        result.link = link(field, linker.slots().movement, movement);
        if (joint.name.empty() && !moved.name.empty() &&
            (field.text.empty() ? is_named_after_joint(moved, linker) : is_joint(moved, linker)))
          std::swap(joint, moved);
        if (!joint.name.empty()) result.joint = link(field, linker.slots().joint, joint);
        if (!moved.name.empty()) result.part = link(field, linker.slots().any, moved);
        result.joint_words = joint.name;
        result.part_words = moved.name;
        break;
      }
      case ValueKind::Level:
        result.level = levels.find(field.text);
        if (result.level == nullptr)
          error(field.where, "unknown-level", fmt::format("'{}' is no spinal level; the levels are {}", field.text, levels.names()),
                "write levels as \"L2\", \"L2-4\" or \"L2, 3 and 4\"");
        break;
      case ValueKind::Iri:
        if (linker.tables().prefixes.expand(field.text) && field.text.find("://") == std::string_view::npos)
          error(field.where, "wrong-type", fmt::format("'{}' is a prefixed name, not an absolute IRI", field.text), "write the IRI out");
        break;
      case ValueKind::Linking:
        if (field.relation == Relation::Broader && !linker.knows(field.text))
          error(field.where, "unknown-id", fmt::format("{} is in no loaded ontology", field.text), "");
        break;
      default:
        break;
    }
  }
  return whole;
}

}  // namespace musclekg
