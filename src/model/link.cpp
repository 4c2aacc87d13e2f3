#include "model/link.h"

namespace musclekg {

namespace {

// Justifications: SEMAPV (https://w3id.org/semapv/vocab), as SSSOM 1.1 asks.
constexpr LinkRuleRow kRules[] = {
    {LinkRule::Curated, "curated mapping", "1", "semapv:ManualMappingCuration"},
    {LinkRule::GivenId, "given id", "1", "semapv:ManualMappingCuration"},
    {LinkRule::Label, "label", "1", "semapv:LexicalMatching"},
    {LinkRule::ExactSynonym, "exact synonym", "0.95", "semapv:LexicalMatching"},
    {LinkRule::LatinName, "Latin name", "0.95", "semapv:LexicalMatching"},
    {LinkRule::Normalized, "normalized name", "0.9", "semapv:LexicalMatching"},
    {LinkRule::Rearranged, "rearranged name", "0.85", "semapv:LexicalMatching"},
    {LinkRule::Elliptic, "elliptic name", "0.75", "semapv:LexicalMatching"},
    {LinkRule::Abbreviation, "abbreviation", "0.8", "semapv:LexicalMatching"},
    {LinkRule::AuthorsId, "author's id", "0.7", "semapv:ManualMappingCuration"},
    {LinkRule::Composed, "composed", "0.7", "semapv:CompositeMatching"},
    {LinkRule::Provisional, "provisional", "0.8", "semapv:LexicalMatching"},
    {LinkRule::Refused, "refused", "0", "semapv:UnspecifiedMatching"},
};

}  // namespace

std::span<const LinkRuleRow> link_rules() { return kRules; }

const LinkRuleRow& row_of_rule(LinkRule rule) { return kRules[static_cast<std::size_t>(rule)]; }

}  // namespace musclekg
