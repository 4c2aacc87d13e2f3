#include "rdf/canonical_hash.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>
#include <string_view>
#include <tuple>

namespace musclekg {

namespace {

/// The parts of a statement that may be blank nodes; the predicate is none.
std::array<std::uint32_t, 3> ends_of(const NumberedQuad& quad) { return {quad.subject, quad.object, quad.graph}; }

/// Whether statements that link blank nodes differ in their graphs.
bool links_in_several_graphs(const NumberedDataset& dataset) {
  const NumberedQuad* first = nullptr;
  for (const NumberedQuad& quad : dataset.quads) {
    if (dataset.is_blank(quad.graph)) return true;
    if (!dataset.is_blank(quad.subject) || !dataset.is_blank(quad.object)) continue;
    if (first != nullptr && first->graph != quad.graph) return true;
    first = &quad;
  }
  return false;
}

}  // namespace

Mentions::Mentions(const NumberedDataset& dataset) : begins_(std::size_t{dataset.blanks} + 2) {
  const auto each = [&dataset](auto take) {
    for (std::size_t i = 0; i < dataset.quads.size(); ++i) {
      const std::array<std::uint32_t, 3> ends = ends_of(dataset.quads[i]);
      for (std::size_t at = 0; at < ends.size(); ++at)
        if (dataset.is_blank(ends[at]) && std::find(ends.begin(), ends.begin() + at, ends[at]) == ends.begin() + at)
          take(ends[at] - dataset.first_blank(), static_cast<std::uint32_t>(i));
    }
  };
  // Counted two places ahead, so that filling moves each beginning to where it belongs.
  each([this](std::uint32_t blank, std::uint32_t) { ++begins_[blank + 2]; });
  for (std::size_t i = 1; i < begins_.size(); ++i) begins_[i] += begins_[i - 1];
  quads_.resize(begins_.back());
  each([this](std::uint32_t blank, std::uint32_t quad) { quads_[begins_[blank + 1]++] = quad; });
}

CanonicalState::CanonicalState(const NumberedDataset& numbered)
    : dataset(numbered), mentions(numbered), rank(numbered.blanks), issued(numbered.blanks, kNoLabel), twin(numbered.blanks) {
  std::iota(twin.begin(), twin.end(), 0U);
}

void append_hex(std::string& out, const Sha256::Bytes& digest) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  for (const std::uint8_t byte : digest) {
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
  }
}

Sha256::Bytes hash_first_degree(const NumberedDataset& dataset, const Mentions& mentions, std::uint32_t blank) {
  const std::uint32_t self = dataset.first_blank() + blank;
  const auto form = [&](std::uint32_t term) {
    return term == self ? std::string_view("_:a") : dataset.is_blank(term) ? std::string_view("_:z") : dataset.forms[term];
  };
  std::string text;
  std::vector<std::size_t> ends;
  for (const std::uint32_t at : mentions.of(blank)) {
    const NumberedQuad& quad = dataset.quads[at];
    text.append(form(quad.subject)).append(1, ' ').append(form(quad.predicate)).append(1, ' ').append(form(quad.object)).append(1, ' ');
    if (quad.graph != 0) text.append(form(quad.graph)).append(1, ' ');
    text += ".\n";
    ends.push_back(text.size());
  }
  std::vector<std::string_view> lines;
  std::size_t begin = 0;
  for (const std::size_t end : ends) {
    lines.push_back(std::string_view(text).substr(begin, end - begin));
    begin = end;
  }
  std::sort(lines.begin(), lines.end());
  Sha256 digest;
  for (const std::string_view line : lines) digest.update(line);
  return digest.digest();
}

NDegreeHasher::NDegreeHasher(const CanonicalState& state, std::uint64_t steps)
    : state_(state),
      steps_(steps),
      left_(steps),
      several_graphs_(links_in_several_graphs(state.dataset)),
      labels_(state.dataset.blanks, kNoLabel) {}

void NDegreeHasher::spend(std::uint64_t steps) {
  if (steps > left_)
    throw PoisonGraph(
        fmt::format("blank nodes cannot be given canonical labels: so many are alike and linked with each other that telling "
                    "them apart takes more than {} steps (RDFC-1.0, 7.1 Dataset Poisoning)",
                    steps_));
  left_ -= steps;
}

void NDegreeHasher::issue(std::uint32_t blank) {
  if (labels_[blank] != kNoLabel) return;
  labels_[blank] = static_cast<std::uint32_t>(trail_.size());
  trail_.push_back(blank);
}

void NDegreeHasher::take_back(std::size_t count) {
  for (; trail_.size() > count; trail_.pop_back()) labels_[trail_.back()] = kNoLabel;
}

void NDegreeHasher::append_label(std::string& out, std::uint32_t blank) const {
  const bool canonical = state_.issued[blank] != kNoLabel;
  const fmt::format_int number(canonical ? state_.issued[blank] : labels_[blank]);
  out.append(canonical ? "_:c14n" : "_:b").append(number.data(), number.size());
}

Sha256::Bytes NDegreeHasher::related_hash(char position, const NumberedQuad& quad, std::uint32_t related) {
  scratch_.assign(1, position);
  if (position != 'g') scratch_ += state_.dataset.forms[quad.predicate];
  if (state_.issued[related] != kNoLabel || labels_[related] != kNoLabel) {
    append_label(scratch_, related);
  } else {
    append_hex(scratch_, state_.first_degree[related]);
  }
  digest_.update(scratch_);
  return digest_.digest();
}

NDegreeHasher::Result NDegreeHasher::hash(std::uint32_t blank) {
  take_back(0);
  depth_ = 0;
  issue(blank);
  enter(blank);
  while (true) {
    Call& call = calls_[depth_ - 1];
    if (call.stage == Stage::Recursion) {
      if (call.called < call.recursion.size()) {
        enter(call.recursion[call.called]);
      } else {
        end_permutation(call, false);
      }
    } else if (call.stage == Stage::NextPermutation) {
      begin_permutation(call);
    } else if (call.end < call.related.size()) {
      begin_hash(call);
    } else {
      Hash hash{call.data.digest()};
      if (several_graphs_) hash.whole = call.whole.digest();
      if (--depth_ == 0) return {hash, trail_};
      take_result(calls_[depth_ - 1], hash);
    }
  }
}

/// Steps 1 to 3.
void NDegreeHasher::enter(std::uint32_t blank) {
  const std::span<const std::uint32_t> quads = state_.mentions.of(blank);
  spend(1 + quads.size());
  if (depth_ == calls_.size()) calls_.emplace_back();
  Call& call = calls_[depth_++];
  call.stage = Stage::NextHash;
  call.begin = call.end = 0;
  call.data = {};
  call.whole = {};
  call.related.clear();
  const NumberedDataset& dataset = state_.dataset;
  for (const std::uint32_t at : quads) {
    const NumberedQuad& quad = dataset.quads[at];
    const std::array<std::uint32_t, 3> ends = ends_of(quad);
    for (std::size_t i = 0; i < ends.size(); ++i) {
      if (!dataset.is_blank(ends[i])) continue;
      const std::uint32_t related = ends[i] - dataset.first_blank();
      if (related != blank) call.related.push_back({related_hash("sog"[i], quad, related), related, related});
    }
  }
  std::sort(call.related.begin(), call.related.end(),
            [](const Related& a, const Related& b) { return a.hash != b.hash ? a.hash < b.hash : a.blank < b.blank; });
  if (several_graphs_) describe(call, blank);
}

/// Adds the statements that mention a node, with the labels that are known by now.
void NDegreeHasher::describe(Call& call, std::uint32_t blank) {
  enum : std::uint64_t { kGround, kSelf, kCanonical, kTemporary, kUnlabelled };
  const NumberedDataset& dataset = state_.dataset;
  const auto code = [&](std::uint32_t term) {
    if (!dataset.is_blank(term)) return kGround << 32 | term;
    const std::uint32_t node = term - dataset.first_blank();
    if (node == blank) return kSelf << 32;
    if (state_.issued[node] != kNoLabel) return kCanonical << 32 | state_.issued[node];
    if (labels_[node] != kNoLabel) return kTemporary << 32 | labels_[node];
    return kUnlabelled << 32 | state_.rank[node];
  };
  std::vector<std::array<std::uint64_t, 4>> quads;
  for (const std::uint32_t at : state_.mentions.of(blank)) {
    const NumberedQuad& quad = dataset.quads[at];
    quads.push_back({code(quad.subject), quad.predicate, code(quad.object), code(quad.graph)});
  }
  std::sort(quads.begin(), quads.end());
  for (const std::array<std::uint64_t, 4>& quad : quads) call.whole.update(fmt::format("{}\n", fmt::join(quad, " ")));
}

/// Steps 5.1 to 5.3.
void NDegreeHasher::begin_hash(Call& call) {
  call.begin = call.end;
  const auto begin = call.related.begin() + static_cast<std::ptrdiff_t>(call.begin);
  const auto end = std::find_if(begin, call.related.end(), [&](const Related& related) { return related.hash != begin->hash; });
  call.end = static_cast<std::size_t>(end - call.related.begin());
  const auto same = [](const Related& a, const Related& b) { return a.blank == b.blank; };
  if (std::adjacent_find(begin, end, same) == end) {
    for (auto related = begin; related != end; ++related) related->key = state_.twin[related->blank];
    std::sort(begin, end, [](const Related& a, const Related& b) { return a.key != b.key ? a.key < b.key : a.blank < b.blank; });
  }
  call.order.clear();
  for (std::size_t i = call.begin; i < call.end; ++i)
    call.order.push_back(i > call.begin && call.related[i].key == call.related[i - 1].key ? call.order.back() : i);
  call.single = call.order.front() == call.order.back();
  scratch_.clear();
  append_hex(scratch_, begin->hash);
  call.data.update(scratch_);
  call.chosen.clear();
  call.issued_before = trail_.size();
  call.stage = Stage::NextPermutation;
}

/// Steps 5.4.1 to 5.4.4.
void NDegreeHasher::begin_permutation(Call& call) {
  spend(call.order.size());
  take_back(call.issued_before);
  call.path.clear();
  call.whole_path.clear();
  call.recursion.clear();
  call.called = 0;
  call.stage = Stage::Recursion;
  placed_.assign(call.order.size(), 0);
  for (std::size_t i = 0; i < call.order.size(); ++i) {
    const std::uint32_t related = call.related[call.order[i] + placed_[call.order[i] - call.begin]++].blank;
    if (state_.issued[related] == kNoLabel && labels_[related] == kNoLabel) {
      call.recursion.push_back(related);
      issue(related);
    }
    append_label(call.path, related);
    if (!call.worse()) continue;
    // So is every permutation that begins like this one: go on behind the last of them.
    std::sort(call.order.begin() + static_cast<std::ptrdiff_t>(i + 1), call.order.end(), std::greater<>());
    return end_permutation(call, true);
  }
}

/// Steps 5.4.5.2 to 5.4.5.5. The labels that the inner call issued are those of its chosen paths.
void NDegreeHasher::take_result(Call& call, const Hash& hash) {
  append_label(call.path, call.recursion[call.called++]);
  call.path += '<';
  append_hex(call.path, hash.linked);
  call.path += '>';
  if (several_graphs_) append_hex(call.whole_path, hash.whole);
  if (call.worse()) end_permutation(call, true);
}

/// Step 5.4.6.
void NDegreeHasher::end_permutation(Call& call, bool worse) {
  call.last_chosen = !worse && (call.chosen.empty() || std::tie(call.path, call.whole_path) < std::tie(call.chosen, call.whole_chosen));
  if (call.last_chosen) {
    call.chosen.swap(call.path);
    call.whole_chosen.swap(call.whole_path);
    if (!call.single) call.chosen_issuer.assign(trail_.begin() + static_cast<std::ptrdiff_t>(call.issued_before), trail_.end());
  }
  if (!call.single && std::next_permutation(call.order.begin(), call.order.end())) {
    call.stage = Stage::NextPermutation;
  } else {
    end_hash(call);
  }
}

/// Steps 5.5 and 5.6.
void NDegreeHasher::end_hash(Call& call) {
  call.data.update(call.chosen);
  call.whole.update(call.whole_chosen);
  if (!call.last_chosen) {
    take_back(call.issued_before);
    for (const std::uint32_t blank : call.chosen_issuer) issue(blank);
  }
  call.stage = Stage::NextHash;
}

}  // namespace musclekg
