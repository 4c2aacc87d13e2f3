#include "rdf/linked_nodes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <string>
#include <unordered_map>
#include <utility>

#include "rdf/canonical_labels.h"

namespace musclekg {

namespace {

/// Blank nodes of one dataset that statements link, and these statements.
struct LinkedNodes {
  std::vector<std::uint32_t> nodes, quads;
};

using Sets = std::vector<const LinkedNodes*>;
using SetsOfBoth = std::array<Sets, 2>;

class Matcher {
 public:
  Matcher(const DatasetPair& pair, const NodeColours& colours, std::span<const std::string_view> labels, const CanonicalEffort& effort,
          std::vector<std::uint32_t>& partners)
      : pair_(pair),
        both_(pair.both),
        colours_(colours),
        labels_(labels),
        partners_(partners),
        steps_(effort.least + pair.both.blanks * effort.for_each_node) {}

  void run() {
    std::vector<LinkedNodes> sets = linked();
    std::map<std::vector<std::uint32_t>, SetsOfBoth> by_colours;
    for (const LinkedNodes& set : sets) {
      std::vector<std::uint32_t> colours;
      for (const std::uint32_t node : set.nodes) colours.push_back(colours_.colour(node));
      std::sort(colours.begin(), colours.end());
      const auto in_both = [this](std::uint32_t colour) { return colours_.count(colour, 0) > 0 && colours_.count(colour, 1) > 0; };
      if (std::all_of(colours.begin(), colours.end(), in_both))
        by_colours[std::move(colours)][pair_.side(set.nodes.front())].push_back(&set);
    }
    for (auto& [colours, alike] : by_colours) {
      match_equal(alike, &Matcher::labelled);
      match_equal(alike, &Matcher::canonical);
    }
  }

 private:
  /// A set in a form that is the same for equal sets, and its nodes in an order that belongs to it.
  struct Form {
    std::vector<NumberedQuad> quads;
    std::vector<std::uint32_t> nodes;
  };

  bool is_open(std::uint32_t term) const { return both_.is_blank(term) && partners_[term - both_.first_blank()] == kNoPartner; }

  /// The number of a term that the datasets share.
  std::uint32_t shared(std::uint32_t term) const {
    if (!both_.is_blank(term)) return term;
    const std::uint32_t blank = term - both_.first_blank();
    return both_.first_blank() + std::min(blank, partners_[blank]);
  }

  std::vector<LinkedNodes> linked() {
    std::vector<std::uint32_t> parents(both_.blanks);
    std::iota(parents.begin(), parents.end(), 0U);
    const auto root = [&parents](std::uint32_t node) {
      while (parents[node] != node) node = parents[node] = parents[parents[node]];
      return node;
    };
    const auto first_open = [this](const NumberedQuad& quad) {
      for (const std::uint32_t term : {quad.subject, quad.object, quad.graph})
        if (is_open(term)) return term - both_.first_blank();
      return kNoPartner;
    };
    for (const NumberedQuad& quad : both_.quads)
      for (const std::uint32_t term : {quad.subject, quad.object, quad.graph})
        if (is_open(term)) parents[root(term - both_.first_blank())] = root(first_open(quad));
    std::vector<LinkedNodes> sets;
    std::vector<std::uint32_t> places(both_.blanks, kNoPartner);
    for (std::uint32_t blank = 0; blank < both_.blanks; ++blank) {
      if (partners_[blank] != kNoPartner) continue;
      std::uint32_t& place = places[root(blank)];
      if (place == kNoPartner) {
        place = static_cast<std::uint32_t>(sets.size());
        sets.emplace_back();
      }
      sets[place].nodes.push_back(blank);
    }
    for (std::uint32_t at = 0; at < both_.quads.size(); ++at)
      if (const std::uint32_t open = first_open(both_.quads[at]); open != kNoPartner) sets[places[root(open)]].quads.push_back(at);
    return sets;
  }

  /// Takes sets for the same whose forms are equal, and takes them out of `alike`.
  void match_equal(SetsOfBoth& alike, Form (Matcher::*form_of)(const LinkedNodes&)) {
    if (alike[0].empty() || alike[1].empty()) return;
    std::map<std::vector<NumberedQuad>, std::vector<std::pair<const LinkedNodes*, std::vector<std::uint32_t>>>> first;
    for (const LinkedNodes* set : alike[0]) {
      Form form = (this->*form_of)(*set);
      first[std::move(form.quads)].emplace_back(set, std::move(form.nodes));
    }
    std::erase_if(alike[1], [&](const LinkedNodes* set) {
      const Form form = (this->*form_of)(*set);
      const auto found = first.find(form.quads);
      if (found == first.end() || found->second.empty()) return false;
      const std::vector<std::uint32_t>& nodes = found->second.back().second;
      for (std::size_t i = 0; i < nodes.size(); ++i) {
        partners_[nodes[i]] = form.nodes[i];
        partners_[form.nodes[i]] = nodes[i];
      }
      found->second.pop_back();
      return true;
    });
    alike[0].clear();
    for (const auto& [form, sets] : first)
      for (const auto& [set, nodes] : sets) alike[0].push_back(set);
  }

  /// The statements of a set, its nodes by `numbers_`.
  std::vector<NumberedQuad> numbered(const LinkedNodes& set) const {
    const auto number = [this](std::uint32_t term) {
      return is_open(term) ? both_.first_blank() + both_.blanks + numbers_[term - both_.first_blank()] : shared(term);
    };
    std::vector<NumberedQuad> quads;
    for (const std::uint32_t at : set.quads) {
      const NumberedQuad& quad = both_.quads[at];
      quads.push_back({number(quad.subject), quad.predicate, number(quad.object), number(quad.graph)});
    }
    std::sort(quads.begin(), quads.end());
    return quads;
  }

  /// By the labels as written.
  Form labelled(const LinkedNodes& set) {
    for (const std::uint32_t node : set.nodes)
      numbers_[node] = label_numbers_.try_emplace(labels_[node], static_cast<std::uint32_t>(label_numbers_.size())).first->second;
    return {numbered(set), in_order(set)};
  }

  /// By the canonical numbers that the nodes have where their colours are said of them, too.
  Form canonical(const LinkedNodes& set) {
    const NumberedDataset dataset = apart(set);
    const CanonicalNumbers found = canonical_numbers(dataset, {steps_, 0});
    steps_ -= found.steps;
    for (std::size_t i = 0; i < set.nodes.size(); ++i) numbers_[set.nodes[i]] = found.of[i];
    return {numbered(set), in_order(set)};
  }

  std::vector<std::uint32_t> in_order(const LinkedNodes& set) const {
    std::vector<std::uint32_t> nodes = set.nodes;
    std::sort(nodes.begin(), nodes.end(), [this](std::uint32_t a, std::uint32_t b) { return numbers_[a] < numbers_[b]; });
    return nodes;
  }

  /// A set as a dataset of its own, with short forms for what it shares with others. The nodes are numbered in their order.
  NumberedDataset apart(const LinkedNodes& set) {
    std::vector<std::uint32_t> terms;
    for (const std::uint32_t at : set.quads) {
      const NumberedQuad& quad = both_.quads[at];
      for (const std::uint32_t term : {quad.subject, quad.predicate, quad.object, quad.graph})
        if (term != 0 && !is_open(term)) terms.push_back(shared(term));
    }
    const std::size_t colours = make_set(terms, 0);
    for (const std::uint32_t node : set.nodes) terms.push_back(colours_.colour(node));
    make_set(terms, colours);

    NumberedDataset dataset;
    forms_.clear();
    for (std::size_t i = 0; i < terms.size(); ++i) forms_.push_back((i < colours ? "<t" : "<c") + std::to_string(terms[i]) + ">");
    forms_.emplace_back("<colour>");
    dataset.forms.insert(dataset.forms.end(), forms_.begin(), forms_.end());
    dataset.blanks = static_cast<std::uint32_t>(set.nodes.size());
    const auto place = [](const auto& sorted, std::size_t begin, std::size_t end, std::uint32_t value) {
      const auto first = sorted.begin() + static_cast<std::ptrdiff_t>(begin);
      return static_cast<std::uint32_t>(std::lower_bound(first, sorted.begin() + static_cast<std::ptrdiff_t>(end), value) - sorted.begin());
    };
    const auto number = [&](std::uint32_t term) {
      if (term == 0) return term;
      if (is_open(term)) return dataset.first_blank() + place(set.nodes, 0, set.nodes.size(), term - both_.first_blank());
      return 1 + place(terms, 0, colours, shared(term));
    };
    for (const std::uint32_t at : set.quads) {
      const NumberedQuad& quad = both_.quads[at];
      dataset.quads.push_back({number(quad.subject), number(quad.predicate), number(quad.object), number(quad.graph)});
    }
    const std::uint32_t is_coloured = dataset.first_blank() - 1;
    for (std::uint32_t i = 0; i < dataset.blanks; ++i)
      dataset.quads.push_back(
          {dataset.first_blank() + i, is_coloured, 1 + place(terms, colours, terms.size(), colours_.colour(set.nodes[i])), 0});
    return dataset;
  }

  /// Sorts what stands from `begin` on, each once; returns the new size.
  static std::size_t make_set(std::vector<std::uint32_t>& values, std::size_t begin) {
    const auto first = values.begin() + static_cast<std::ptrdiff_t>(begin);
    std::sort(first, values.end());
    values.erase(std::unique(first, values.end()), values.end());
    return values.size();
  }

  const DatasetPair& pair_;
  const NumberedDataset& both_;
  const NodeColours& colours_;
  std::span<const std::string_view> labels_;
  std::vector<std::uint32_t>& partners_;
  std::vector<std::uint32_t> numbers_ = std::vector<std::uint32_t>(both_.blanks);  ///< by node
  std::unordered_map<std::string_view, std::uint32_t> label_numbers_;
  std::vector<std::string> forms_;
  std::uint64_t steps_;  ///< left
};

}  // namespace

void match_linked_nodes(const DatasetPair& pair, const NodeColours& colours, std::span<const std::string_view> labels,
                        const CanonicalEffort& effort, std::vector<std::uint32_t>& partners) {
  Matcher(pair, colours, labels, effort, partners).run();
}

}  // namespace musclekg
