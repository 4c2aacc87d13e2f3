// The keys that predicates have in our JSON-LD.

#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "base/arena.h"
#include "jsonld/context.h"
#include "rdf/node_map.h"
#include "rdf/prefixes.h"

namespace musclekg {

/// How a predicate is written.
struct JsonldKey {
  std::string_view quoted;  ///< with quotes, colon and blank
  const ContextTerm* term = nullptr;
  std::uint32_t rank = 0;  ///< among all keys by their bytes, from 1
};

/// Gives each predicate its key, which depends on what its object is: a term of the context that fits, otherwise a prefixed name,
/// otherwise the IRI. Keys live as long as this object; what it is made of lives as long, too.
class JsonldKeys {
 public:
  /// `prefixes` may grow until the first predicate comes.
  JsonldKeys(const Context& context, const Prefixes& prefixes) : context_(context), prefixes_(prefixes) {}

  /// Makes the keys of a predicate. They change the ranks of those that come behind them.
  void make(const Node* predicate);

  /// The key of a predicate, whose keys are made, with an object that is written as a list or is not.
  const JsonldKey& of(const Node* predicate, const Node* object, bool list);

  /// Takes the key of lists from a predicate. Whether it had one.
  bool give_up_list(const Node* predicate);

  const JsonldKey& id() const { return *id_; }
  const JsonldKey& type() const { return *type_; }  ///< of rdf:type, where the object is a node

 private:
  struct Keys {
    JsonldKey *node = nullptr, *plain = nullptr, *english = nullptr, *list = nullptr;
    JsonldKey* bare = nullptr;  ///< that the context says nothing of
  };

  JsonldKey* make_key(std::string_view name, const ContextTerm* term);

  const Context& context_;
  const Prefixes& prefixes_;
  Arena texts_;
  std::map<std::string, JsonldKey, std::less<>> known_keys_;
  JsonldKey* const id_ = make_key(context_.keyword("@id"), nullptr);
  JsonldKey* const type_ = make_key(context_.keyword("@type"), nullptr);
  NodeMap<Keys> keys_;
};

}  // namespace musclekg
