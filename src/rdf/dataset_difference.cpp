#include "rdf/dataset_difference.h"

#include <fmt/format.h>
#include <tsl/robin_map.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "base/arena.h"
#include "base/hash.h"
#include "base/text.h"
#include "rdf/node_map.h"
#include "rdf/node_matching.h"

namespace musclekg {

namespace {

/// A statement by numbers, and where it is said.
struct Said {
  NumberedQuad quad;
  const Quad* source;
};

constexpr std::size_t kDigits = 8;  ///< of the labels of blank nodes, at least

bool by_quad(const Said& a, const Said& b) { return a.quad < b.quad; }

class Comparison {
 public:
  Comparison(std::span<const Quad> first, std::span<const Quad> second) {
    const std::array<std::span<const Quad>, 2> datasets = {first, second};
    for (std::size_t side = 0; side < 2; ++side) {
      for (const Quad& quad : datasets[side])
        for (const Node* node : {quad.subject, quad.predicate, quad.object, quad.graph}) meet(node, side);
      if (side == 0) pair_.blanks_of_first = pair_.both.blanks;
    }
    for (std::size_t side = 0; side < 2; ++side) {
      for (const Quad& quad : datasets[side])
        said_[side].push_back(
            {{number(quad.subject, side), number(quad.predicate, side), number(quad.object, side), number(quad.graph, side)}, &quad});
      sort(said_[side]);
      for (const Said& said : said_[side])
        if (has_blank(said.quad)) pair_.both.quads.push_back(said.quad);
    }
  }

  DatasetDifference run(const CanonicalEffort& effort) {
    if (pair_.both.blanks > 0) {
      matching_ = match_nodes(pair_, labels_, effort);
      for (std::vector<Said>& said : said_) {
        for (Said& one : said)
          for (std::uint32_t* term : {&one.quad.subject, &one.quad.object, &one.quad.graph})
            if (is_blank(*term)) *term = pair_.both.first_blank() + node_of(*term - pair_.both.first_blank());
        sort(said);
      }
    }
    std::array<std::vector<Said>, 2> told;
    for (std::size_t side = 0; side < 2; ++side)
      std::set_difference(said_[side].begin(), said_[side].end(), said_[1 - side].begin(), said_[1 - side].end(),
                          std::back_inserter(told[side]), by_quad);
    name(told);
    return {lines(told[0]), lines(told[1])};
  }

 private:
  /// Numbers IRIs and literals from 1, blank nodes from 1, too.
  void meet(const Node* node, std::size_t side) {
    if (node == nullptr) return;
    std::uint32_t& number = numbers_[side][node];
    if (number != 0) return;
    if (node->kind == Node::Kind::Blank) {
      number = ++pair_.both.blanks;
      labels_.push_back(node->value);
      return;
    }
    std::string_view form = node->ntriples;
    if (!node->language.empty()) form = forms_.join(form.substr(0, form.size() - node->language.size()), ascii_lower(node->language));
    number = by_form_.try_emplace(form, static_cast<std::uint32_t>(pair_.both.forms.size())).first->second;
    if (number == pair_.both.forms.size()) pair_.both.forms.push_back(form);
  }

  std::uint32_t number(const Node* node, std::size_t side) {
    if (node == nullptr) return 0;
    return node->kind == Node::Kind::Blank ? pair_.both.first_blank() + numbers_[side][node] - 1 : numbers_[side][node];
  }

  bool is_blank(std::uint32_t term) const { return pair_.both.is_blank(term); }
  bool has_blank(const NumberedQuad& quad) const { return is_blank(quad.subject) || is_blank(quad.object) || is_blank(quad.graph); }

  /// The blank node that stands for this one and its counterpart.
  std::uint32_t node_of(std::uint32_t blank) const { return std::min(blank, matching_.partners[blank]); }

  static void sort(std::vector<Said>& said) {
    std::sort(said.begin(), said.end(), by_quad);
    said.erase(std::unique(said.begin(), said.end(), [](const Said& a, const Said& b) { return a.quad == b.quad; }), said.end());
  }

  /// Gives the blank nodes that are told of their names.
  void name(const std::array<std::vector<Said>, 2>& told) {
    std::vector<std::uint32_t> nodes;
    for (const std::vector<Said>& statements : told)
      for (const Said& said : statements)
        for (const std::uint32_t term : {said.quad.subject, said.quad.object, said.quad.graph})
          if (is_blank(term)) nodes.push_back(term - pair_.both.first_blank());
    std::sort(nodes.begin(), nodes.end(), [this](std::uint32_t a, std::uint32_t b) {
      return std::tie(matching_.names[a], labels_[a], a) < std::tie(matching_.names[b], labels_[b], b);
    });
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    std::vector<std::pair<std::string, std::uint32_t>> digits;
    for (std::size_t i = 0, alike = 0; i < nodes.size(); ++i) {
      Fingerprint digest = matching_.names[nodes[i]];
      alike = i > 0 && digest == matching_.names[nodes[i - 1]] ? alike + 1 : 0;
      if (alike > 0) digest = fingerprint(fmt::format("{:016x}{:016x} {}", digest.high, digest.low, alike));
      digits.emplace_back(fmt::format("{:016x}{:016x}", digest.high, digest.low), nodes[i]);
    }
    std::sort(digits.begin(), digits.end());
    const auto in_common = [&digits](std::size_t i) {
      const std::string &a = digits[i - 1].first, &b = digits[i].first;
      return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin()).first - a.begin());
    };
    for (std::size_t i = 0; i < digits.size(); ++i) {
      std::size_t length = kDigits;
      if (i > 0) length = std::max(length, in_common(i) + 1);
      if (i + 1 < digits.size()) length = std::max(length, in_common(i + 1) + 1);
      names_[digits[i].second] = "_:b" + digits[i].first.substr(0, length);
    }
  }

  std::vector<std::string> lines(const std::vector<Said>& told) {
    std::vector<std::string> result;
    for (const Said& said : told) {
      const auto form = [this](const Node* node, std::uint32_t term) {
        return is_blank(term) ? std::string_view(names_[term - pair_.both.first_blank()]) : node->ntriples;
      };
      const Quad& quad = *said.source;
      std::string line =
          fmt::format("{} {} {} ", form(quad.subject, said.quad.subject), quad.predicate->ntriples, form(quad.object, said.quad.object));
      if (quad.graph != nullptr) line.append(form(quad.graph, said.quad.graph)) += ' ';
      result.push_back(line += '.');
    }
    std::sort(result.begin(), result.end());
    return result;
  }

  DatasetPair pair_;
  std::array<NodeMap<std::uint32_t>, 2> numbers_;
  tsl::robin_map<std::string_view, std::uint32_t, TextHash> by_form_;
  Arena forms_;  ///< those that are not the nodes' own
  std::vector<std::string_view> labels_;
  std::array<std::vector<Said>, 2> said_;
  NodeMatching matching_;
  std::unordered_map<std::uint32_t, std::string> names_;  ///< of the nodes that are told of
};

}  // namespace

DatasetDifference difference(std::span<const Quad> first, std::span<const Quad> second, const CanonicalEffort& effort) {
  return Comparison(first, second).run(effort);
}

}  // namespace musclekg
