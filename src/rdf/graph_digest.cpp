#include "rdf/graph_digest.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <unordered_map>

namespace musclekg {

namespace {

constexpr std::size_t kMostRounds = 1000;

bool is_blank(const std::string& term) { return term.starts_with("_:"); }

/// Language tags compare without case (RDF 1.1 Concepts, 3.3), and some readers change it.
std::string comparable(const Node* node) {
  std::string form(node->ntriples);
  if (!node->language.empty())
    std::transform(form.end() - static_cast<std::ptrdiff_t>(node->language.size()), form.end(),
                   form.end() - static_cast<std::ptrdiff_t>(node->language.size()),
                   [](char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); });
  return form;
}

}  // namespace

void GraphDigest::add(const Quad& quad) {
  const std::string_view graph = quad.graph == nullptr ? std::string_view() : quad.graph->ntriples;
  if (quad.subject->kind == Node::Kind::Blank || quad.object->kind == Node::Kind::Blank || graph.starts_with('_')) {
    blank_quads_.push_back(
        {std::string(quad.subject->ntriples), std::string(quad.predicate->ntriples), comparable(quad.object), std::string(graph)});
    return;
  }
  scratch_.assign(quad.subject->ntriples).append(quad.predicate->ntriples);
  scratch_ += quad.object->language.empty() ? std::string(quad.object->ntriples) : comparable(quad.object);
  scratch_ += graph;
  statements_.push_back(fingerprint(scratch_));
}

void GraphDigest::finish() {
  const auto make_set = [](auto& items) {
    std::sort(items.begin(), items.end());
    items.erase(std::unique(items.begin(), items.end()), items.end());
  };
  make_set(statements_);
  make_set(blank_quads_);
  std::unordered_map<std::string, Fingerprint> names;
  for (const BlankQuad& quad : blank_quads_)
    for (const std::string* term : {&quad.subject, &quad.object, &quad.graph})
      if (is_blank(*term)) names[*term] = {};
  const auto name = [&](const std::string& term) {
    if (!is_blank(term)) return term;
    const Fingerprint& hash = names[term];
    return fmt::format("_:{:x}-{:x}", hash.high, hash.low);
  };
  for (std::size_t classes = 0, round = 0; round < kMostRounds; ++round) {
    std::unordered_map<std::string, std::vector<std::string>> said;
    for (const BlankQuad& quad : blank_quads_) {
      if (is_blank(quad.subject)) said[quad.subject].push_back("> " + quad.predicate + name(quad.object) + name(quad.graph));
      if (is_blank(quad.object)) said[quad.object].push_back("< " + quad.predicate + name(quad.subject) + name(quad.graph));
      if (is_blank(quad.graph)) said[quad.graph].push_back("@ " + name(quad.subject) + quad.predicate + name(quad.object));
    }
    std::set<Fingerprint> different;
    std::unordered_map<std::string, Fingerprint> next;
    for (auto& [term, sentences] : said) {
      std::sort(sentences.begin(), sentences.end());
      different.insert(next[term] = fingerprint(fmt::format("{} {}", name(term), fmt::join(sentences, "\n"))));
    }
    names = std::move(next);
    if (different.size() == classes) break;
    classes = different.size();
  }
  for (const BlankQuad& quad : blank_quads_)
    statements_.push_back(fingerprint(name(quad.subject) + quad.predicate + name(quad.object) + name(quad.graph)));
  blank_quads_.clear();
  std::sort(statements_.begin(), statements_.end());  // blank nodes that cannot be told apart count as many as they are
}

std::size_t GraphDigest::missing_in(const GraphDigest& other) const {
  std::vector<Fingerprint> missing;
  std::set_difference(statements_.begin(), statements_.end(), other.statements_.begin(), other.statements_.end(),
                      std::back_inserter(missing));
  return missing.size();
}

}  // namespace musclekg
