#include "jsonld/jsonld_keys.h"

#include "base/json_string.h"
#include "rdf/vocabulary.h"

namespace musclekg {

void JsonldKeys::make(const Node* predicate) {
  Keys& keys = keys_[predicate];
  if (keys.node != nullptr) return;
  const std::string_view iri = predicate->value;
  const std::string name = prefixes_.prefixed(iri);
  const auto key = [&](const ContextTerm* term) {
    return make_key(term ? std::string_view(term->key) : name.empty() ? iri : std::string_view(name), term);
  };
  keys = {key(context_.for_node(iri)), key(context_.for_text(iri, "")), key(context_.for_text(iri, "en")), key(context_.for_list(iri)),
          key(nullptr)};
  if (iri == rdf::type) keys = {type_, keys.bare, keys.bare, keys.bare, keys.bare};
}

const JsonldKey& JsonldKeys::of(const Node* predicate, const Node* object, bool list) {
  const Keys& keys = keys_[predicate];
  if (list) return *keys.list;
  if (object->kind != Node::Kind::Literal) return *keys.node;
  return object->language == "en" ? *keys.english : *keys.plain;
}

bool JsonldKeys::give_up_list(const Node* predicate) {
  Keys& keys = keys_[predicate];
  const bool had = keys.list != keys.bare;
  keys.list = keys.bare;
  return had;
}

JsonldKey* JsonldKeys::make_key(std::string_view name, const ContextTerm* term) {
  const auto [place, added] = known_keys_.try_emplace(std::string(name), JsonldKey{texts_.join(json_string(name), ": "), term, 0});
  if (added) {
    std::uint32_t rank = 0;
    for (auto& [text, key] : known_keys_) key.rank = ++rank;
  }
  return &place->second;
}

}  // namespace musclekg
