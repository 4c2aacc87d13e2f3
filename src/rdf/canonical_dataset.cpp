#include "rdf/canonical_dataset.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <utility>

namespace musclekg {

namespace {

/// The numbers from 0 up to `count`, sorted as texts: 0, 1, 10, 11, ..., 2, 20, ...
std::vector<std::uint32_t> in_order_of_digits(std::uint32_t count) {
  std::vector<std::uint32_t> result;
  result.reserve(count);
  if (count > 0) result.push_back(0);
  for (std::uint64_t number = 1; result.size() < count;) {
    result.push_back(static_cast<std::uint32_t>(number));
    if (number * 10 < count) {
      number *= 10;
      continue;
    }
    while (number % 10 == 9 || number + 1 >= count) number /= 10;
    ++number;
  }
  return result;
}

}  // namespace

CanonicalDataset::CanonicalDataset(std::span<const Quad> quads, const CanonicalEffort& effort) {
  std::vector<const Node*> ground, blank;
  const auto meet = [&](const Node* node) {
    if (node == nullptr || std::exchange(numbers_[node], 1U) != 0) return;
    (node->kind == Node::Kind::Blank ? blank : ground).push_back(node);
  };
  for (const Quad& quad : quads)
    for (const Node* node : {quad.subject, quad.predicate, quad.object, quad.graph}) meet(node);
  // Terms are numbered in the order of their texts; as no text goes on where another one ends with a character before the blank, the order
  // of statements by numbers is that of their lines.
  std::vector<std::pair<std::string_view, const Node*>> forms;
  for (const Node* node : ground) forms.emplace_back(form_of(node), node);
  std::sort(forms.begin(), forms.end());
  for (const auto& [form, node] : forms) {
    numbers_[node] = static_cast<std::uint32_t>(dataset_.forms.size());
    dataset_.forms.push_back(form);
  }
  for (const Node* node : blank) numbers_[node] = dataset_.first_blank() + dataset_.blanks++;
  dataset_.quads.reserve(quads.size());
  for (const Quad& quad : quads)
    dataset_.quads.push_back(
        {numbers_[quad.subject], numbers_[quad.predicate], numbers_[quad.object], quad.graph == nullptr ? 0 : numbers_[quad.graph]});
  const auto sort = [this] {
    std::sort(dataset_.quads.begin(), dataset_.quads.end());
    dataset_.quads.erase(std::unique(dataset_.quads.begin(), dataset_.quads.end()), dataset_.quads.end());
  };
  sort();
  if (blank.empty()) return;
  const std::vector<std::uint32_t> canonical = canonical_numbers(dataset_, effort).of;
  labels_ = in_order_of_digits(dataset_.blanks);
  std::vector<std::uint32_t> places(dataset_.blanks);
  for (std::uint32_t place = 0; place < dataset_.blanks; ++place) places[labels_[place]] = place;
  const auto rename = [&](std::uint32_t& term) {
    if (dataset_.is_blank(term)) term = dataset_.first_blank() + places[canonical[term - dataset_.first_blank()]];
  };
  for (NumberedQuad& quad : dataset_.quads)
    for (std::uint32_t* term : {&quad.subject, &quad.object, &quad.graph}) rename(*term);
  for (const Node* node : blank) rename(numbers_[node]);
  sort();
}

/// Node::ntriples, but for the two characters that are none of XML 1.1 (Char): they are escaped here only.
std::string_view CanonicalDataset::form_of(const Node* node) {
  constexpr std::string_view kBegin = "\xEF\xBF", kFffe = "\xEF\xBF\xBE", kFfff = "\xEF\xBF\xBF";
  std::string_view rest = node->ntriples.substr(0, node->quoted);
  if (rest.find(kBegin) == std::string_view::npos) return node->ntriples;
  std::string form;
  while (!rest.empty()) {
    const std::size_t plain = std::min(rest.find(kFffe), rest.find(kFfff));
    form += rest.substr(0, plain);
    if (plain == std::string_view::npos) break;
    form += rest.substr(plain).starts_with(kFffe) ? "\\uFFFE" : "\\uFFFF";
    rest.remove_prefix(plain + kFffe.size());
  }
  return forms_.join(form, node->ntriples.substr(node->quoted));
}

void CanonicalDataset::each_line(const std::function<void(std::string_view)>& take) const {
  std::string line;
  for (const NumberedQuad& quad : dataset_.quads) {
    line.clear();
    for (const std::uint32_t term : {quad.subject, quad.predicate, quad.object, quad.graph}) {
      if (term == 0) continue;
      if (dataset_.is_blank(term)) {
        fmt::format_to(std::back_inserter(line), "_:c14n{} ", labels_[term - dataset_.first_blank()]);
      } else {
        line.append(dataset_.forms[term]) += ' ';
      }
    }
    line += ".\n";
    take(line);
  }
}

std::vector<std::string> CanonicalDataset::lines() const {
  std::vector<std::string> result;
  result.reserve(size());
  each_line([&result](std::string_view line) { result.emplace_back(line.substr(0, line.size() - 1)); });
  return result;
}

std::string CanonicalDataset::sha256() const {
  Sha256 digest;
  each_line([&digest](std::string_view line) { digest.update(line); });
  return digest.hex();
}

std::string CanonicalDataset::label(const Node* blank) { return fmt::format("c14n{}", labels_[numbers_[blank] - dataset_.first_blank()]); }

}  // namespace musclekg
