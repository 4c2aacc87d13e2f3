// What the tests of linking share: the bundled knowledge with ontologies and mappings of a test's own, and links told in words.

#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "link/linker.h"
#include "test.h"

namespace musclekg::link_test {

using namespace musclekg::test;

inline constexpr const char* kTurtlePrefixes =
    "@prefix obo: <http://purl.obolibrary.org/obo/> .\n@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
    "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n@prefix oboInOwl: <http://www.geneontology.org/formats/oboInOwl#> .\n"
    "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix fma: <http://purl.org/sig/ont/fma/> .\n"
    "@prefix mkg: <https://w3id.org/musclekg/vocab#> .\n";

using Files = std::vector<std::pair<std::string, std::string>>;  ///< names and contents

/// The bundled knowledge with more ontologies and mappings, which are files of its own. A file that ends in ".ttl" gets the prefixes.
class Extended {
 public:
  explicit Extended(std::string_view turtle) : Extended(Files{{"extra.ttl", std::string(turtle)}}) {}
  explicit Extended(const Files& ontologies, const Files& mappings = {})
      : knowledge_(project("ontology").string(), written(ontologies), written(mappings), "https://w3id.org/musclekg/", diagnostics_) {}

  /// Throws when something is wrong with the files.
  const Knowledge& knowledge() const {
    if (diagnostics_.count(Severity::Error) > 0) throw std::runtime_error(findings());
    return knowledge_;
  }

  /// As printed, files without their folder.
  std::string findings() const {
    std::string text = printed(diagnostics_);
    const std::string folder = folder_.path().string() + "/";
    for (std::size_t at; (at = text.find(folder)) != std::string::npos;) text.erase(at, folder.size());
    return text;
  }

 private:
  std::vector<std::string> written(const Files& files) const {
    std::vector<std::string> paths;
    for (const auto& [name, text] : files) paths.push_back(folder_.write(name, (name.ends_with(".ttl") ? kTurtlePrefixes : "") + text));
    return paths;
  }

  TemporaryFolder folder_;
  Diagnostics diagnostics_;
  Knowledge knowledge_;
};

/// Links names, and tells links and terms in words.
class Names {
 public:
  explicit Names(const Knowledge& knowledge = bundled_knowledge()) : knowledge_(knowledge), linker_(knowledge.link_tables()) {}
  explicit Names(const Extended& extended) : Names(extended.knowledge()) {}

  const SlotTable::Slot& slot(std::string_view name) const {
    const SlotTable::Slot* found = knowledge_.slots.find(name);
    if (found == nullptr) throw std::runtime_error("no such slot");
    return *found;
  }
  TermId term(std::string_view id) const { return knowledge_.terms.find_iri(knowledge_.prefixes.iri_of_id(id).value_or("")); }

  /// The muscle whose region decides from now on, by its id; empty for none.
  Names& of_muscle(std::string_view id) {
    const TermId muscle = id.empty() ? kNoTerm : term(id);
    if (!id.empty() && muscle == kNoTerm) throw std::runtime_error("no such muscle");
    linker_.set_muscle(muscle);
    return *this;
  }

  const Link& link(std::string_view slot_name, const Mention& mention) { return linker_.link(slot(slot_name), mention); }
  const Link& link(std::string_view slot_name, std::string_view name) { return link(slot_name, mention(name)); }

  static Mention mention(std::string_view name) { return {name, {}, {}, {}, {}, {}, {}, {}}; }
  static Mention with_id(std::string_view name, std::string_view id) { return {name, id, {}, {}, {}, {}, {}, {}}; }
  static Mention of(std::string_view name, std::string_view whole) { return {name, {}, whole, {}, {}, {}, {}, {}}; }

  std::string id(TermId term) const { return term == kNoTerm ? "none" : knowledge_.prefixes.id_of(knowledge_.terms[term].iri); }

  std::string ids(const std::vector<TermId>& terms) const {
    std::vector<std::string> result;
    for (const TermId one : terms) result.push_back(id(one));
    std::sort(result.begin(), result.end());
    return fmt::format("{}", fmt::join(result, ", "));
  }

  /// "UBERON:0001380 by label"; "open: UBERON:1, UBERON:2"; "mkt:slug by composed, part of UBERON:1, branch of UBERON:2, narrower than
  /// UBERON:3"; "refused: text [rule]".
  std::string told(const Link& link) const {
    if (link.rule == LinkRule::Refused) return "refused: " + link.fault + " [" + link.fault_rule + "]";
    if (link.term != kNoTerm) return id(link.term) + " by " + std::string(name_of(link.rule)) + (link.by_region ? " and region" : "");
    if (!link.candidates.empty()) return "open: " + ids(link.candidates);
    std::string text = "mkt:" + link.slug + " by " + std::string(name_of(link.rule));
    if (link.whole != kNoTerm) text += ", part of " + id(link.whole);
    if (link.branch_of != kNoTerm) text += ", branch of " + id(link.branch_of);
    if (link.broader != kNoTerm && link.broader != link.branch_of) text += ", narrower than " + id(link.broader);
    return text;
  }
  std::string told(std::string_view slot_name, std::string_view name) { return told(link(slot_name, name)); }
  std::string told(std::string_view slot_name, const Mention& mention) { return told(link(slot_name, mention)); }

  Linker& linker() { return linker_; }

 private:
  const Knowledge& knowledge_;
  Linker linker_;
};

}  // namespace musclekg::link_test
