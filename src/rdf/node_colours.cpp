#include "rdf/node_colours.h"

#include <algorithm>
#include <numeric>
#include <string_view>

namespace musclekg {

namespace {

constexpr std::uint64_t kLooks = 20'000'000, kLooksForEachStatement = 64;

template <class Values>
Fingerprint fingerprint_of(const Values& values) {
  return fingerprint(std::string_view(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(Fingerprint)));
}

}  // namespace

NodeColours::NodeColours(const DatasetPair& pair, const Mentions& mentions)
    : pair_(pair),
      mentions_(mentions),
      colours_(1),
      colour_of_(pair.both.blanks),
      partners_(pair.both.blanks, kNoPartner),
      seen_(pair.both.blanks) {
  for (const std::string_view form : pair.both.forms) ground_.push_back(fingerprint(form));
  const std::uint32_t count = pair.both.blanks;
  for (std::uint32_t blank = 0; blank < count; ++blank) {
    ++colours_[0].counts[pair.side(blank)];
    colours_[0].sums[pair.side(blank)] += blank;
  }
  std::vector<std::uint32_t> blanks(count);
  std::iota(blanks.begin(), blanks.end(), 0U);
  const std::uint64_t most = kLooks + kLooksForEachStatement * pair.both.quads.size();
  blanks = recolour(blanks, true);
  first_colour_of_ = colour_of_;
  while (!blanks.empty() && looked_at_ <= most) blanks = recolour(neighbours(blanks), false);
}

Fingerprint NodeColours::said_of(std::uint32_t blank) {
  const NumberedDataset& both = pair_.both;
  const auto name_of = [&](std::uint32_t term) {
    if (!both.is_blank(term)) return ground_[term];
    const std::uint32_t node = term - both.first_blank();
    return node == blank ? Fingerprint{1, 1} : name(node);
  };
  std::vector<Fingerprint> said;
  for (const std::uint32_t at : mentions_.of(blank)) {
    const NumberedQuad& quad = both.quads[at];
    said.push_back(fingerprint_of(std::array{name_of(quad.subject), ground_[quad.predicate], name_of(quad.object), name_of(quad.graph)}));
  }
  looked_at_ += said.size();
  std::sort(said.begin(), said.end());
  return fingerprint_of(said);
}

/// Whether another colour could still help to find the counterpart.
bool NodeColours::undecided(std::uint32_t blank) const {
  const Colour& colour = colours_[colour_of_[blank]];
  return partners_[blank] == kNoPartner && colour.counts[0] > 0 && colour.counts[1] > 0;
}

/// Returns the nodes that have another colour than before.
std::vector<std::uint32_t> NodeColours::recolour(const std::vector<std::uint32_t>& blanks, bool first) {
  std::vector<Sample> samples;
  for (const std::uint32_t blank : blanks)
    if (first || undecided(blank)) samples.push_back({colour_of_[blank], said_of(blank), blank});
  std::sort(samples.begin(), samples.end());
  std::vector<std::uint32_t> changed;
  const Sample* const last = samples.data() + samples.size();
  for (const Sample *begin = samples.data(), *end = begin; begin != last; begin = end) {
    while (end != last && end->colour == begin->colour) ++end;
    split(begin, end, first, changed);
  }
  return changed;
}

/// Gives nodes of one colour new ones where they differ. The nodes of the colour whose neighbours are as they were differ from all of
/// these; they keep the colour, or else the largest part does.
void NodeColours::split(const Sample* begin, const Sample* end, bool first, std::vector<std::uint32_t>& changed) {
  struct Part {
    const Sample *begin, *end;
  };
  std::vector<Part> parts;
  for (const Sample* sample = begin; sample != end; ++sample) {
    if (sample == begin || sample->said != sample[-1].said) parts.push_back({sample, sample});
    parts.back().end = sample + 1;
  }
  const std::uint32_t old = begin->colour;
  const std::array<std::uint32_t, 2>& counts = colours_[old].counts;
  if (!first && std::uint64_t{counts[0]} + counts[1] == static_cast<std::uint64_t>(end - begin))
    parts.erase(
        std::max_element(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.end - a.begin < b.end - b.begin; }));
  for (const Part& part : parts) {
    const auto colour = static_cast<std::uint32_t>(colours_.size());
    colours_.push_back({first ? part.begin->said : fingerprint_of(std::array{colours_[old].name, part.begin->said})});
    for (const Sample* sample = part.begin; sample != part.end; ++sample) {
      give(sample->blank, colour);
      changed.push_back(sample->blank);
    }
    find_partners(colour);
  }
  find_partners(old);
}

void NodeColours::give(std::uint32_t blank, std::uint32_t colour) {
  const std::size_t side = pair_.side(blank);
  --colours_[colour_of_[blank]].counts[side];
  colours_[colour_of_[blank]].sums[side] -= blank;
  ++colours_[colour].counts[side];
  colours_[colour].sums[side] += blank;
  colour_of_[blank] = colour;
}

void NodeColours::find_partners(std::uint32_t colour) {
  const Colour& found = colours_[colour];
  if (found.counts[0] != 1 || found.counts[1] != 1) return;
  const auto a = static_cast<std::uint32_t>(found.sums[0]), b = static_cast<std::uint32_t>(found.sums[1]);
  partners_[a] = b;
  partners_[b] = a;
}

std::vector<std::uint32_t> NodeColours::neighbours(const std::vector<std::uint32_t>& blanks) {
  ++round_;
  std::vector<std::uint32_t> found;
  for (const std::uint32_t blank : blanks) {
    for (const std::uint32_t at : mentions_.of(blank)) {
      const NumberedQuad& quad = pair_.both.quads[at];
      for (const std::uint32_t term : {quad.subject, quad.object, quad.graph}) {
        if (!pair_.both.is_blank(term)) continue;
        const std::uint32_t node = term - pair_.both.first_blank();
        if (node == blank || seen_[node] == round_ || !undecided(node)) continue;
        seen_[node] = round_;
        found.push_back(node);
      }
    }
  }
  return found;
}

}  // namespace musclekg
