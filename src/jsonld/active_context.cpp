#include "jsonld/active_context.h"

#include <algorithm>
#include <array>

#include "jsonld/inverse_context.h"

namespace musclekg {

namespace {

constexpr std::array<std::string_view, 29> kKeywords = {
    "@base",      "@container", "@context",    "@default",  "@direction", "@embed", "@explicit", "@graph",       "@id",     "@import",
    "@included",  "@index",     "@json",       "@language", "@list",      "@nest",  "@none",     "@omitDefault", "@prefix", "@preserve",
    "@propagate", "@protected", "@requireAll", "@reverse",  "@set",       "@type",  "@value",    "@version",     "@vocab"};

}  // namespace

bool TermDefinition::contains(std::string_view keyword) const {
  return std::find(container.begin(), container.end(), keyword) != container.end();
}

bool TermDefinition::same_meaning(const TermDefinition& other) const {
  return iri == other.iri && prefix == other.prefix && reverse == other.reverse && context == other.context &&
         container == other.container && language == other.language && direction == other.direction && index == other.index &&
         nest == other.nest && type == other.type;
}

const TermDefinition* ActiveContext::find(std::string_view term) const {
  const auto found = terms.find(term);
  return found == terms.end() ? nullptr : found->second.get();
}

const InverseContext& ActiveContext::inverse() const {
  if (!inverse_context) inverse_context = std::make_shared<InverseContext>(*this);
  return *inverse_context;
}

bool is_keyword(std::string_view text) {
  return text.starts_with('@') && std::find(kKeywords.begin(), kKeywords.end(), text) != kKeywords.end();
}

bool looks_like_keyword(std::string_view text) {
  return text.size() > 1 && text.front() == '@' &&
         std::all_of(text.begin() + 1, text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

ContextPointer initial_context(const JsonldOptions& options) {
  auto context = std::make_shared<ActiveContext>();
  if (!options.base.empty()) context->base = options.base;
  context->original_base = options.base;
  context->mode_10 = options.processing_mode_10;
  return context;
}

}  // namespace musclekg
