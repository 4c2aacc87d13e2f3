// Any bytes as a text in which names are looked for: mentions lie in it one behind the other, its first fault is found, and how it
// comes in makes no difference.

#include <algorithm>
#include <optional>
#include <vector>

#include "app/knowledge.h"
#include "fuzz.h"
#include "link/annotator.h"

namespace musclekg {

namespace {

struct Mentioned {
  std::uint64_t begin, end;
  std::string ids;
  std::string_view rule;
  bool operator==(const Mentioned&) const = default;
};

std::vector<Mentioned> annotate(KnownNames& names, std::string_view text, std::size_t block) {
  using fuzz::must;
  std::vector<Mentioned> found;
  std::uint64_t at = 0, code_points = 0;
  const auto count_to = [&](std::uint64_t place) {
    for (; at < place; ++at) code_points += (text[at] & 0xC0) != 0x80;
    return code_points;
  };
  Annotator annotator(names, block);
  std::string_view left = text;
  const auto read = [&left](char* bytes, std::size_t size) {
    const std::size_t got = left.copy(bytes, size);
    left.remove_prefix(got);
    return got;
  };
  const auto fault = annotator.annotate(read, [&](const Annotation& one) {
    must(one.begin < one.end && one.end <= text.size() && (found.empty() || found.back().end <= one.begin), "mentions are in their order");
    must(one.text == text.substr(one.begin, one.end - one.begin), "a mention is what stands there");
    must(find_invalid_utf8(one.text) == std::string_view::npos, "a mention is UTF-8");
    must(count_to(one.begin) == one.begin_code_point && count_to(one.end) == one.end_code_point, "code points are counted");
    must(!one.meaning->terms.empty() && !one.meaning->ids.empty(), "a mention means something");
    found.push_back({one.begin, one.end, one.meaning->ids, one.meaning->rule});
  });
  const std::size_t wrong = std::min(find_invalid_utf8(text), text.find('\0'));
  must(fault.has_value() == (wrong != std::string_view::npos), "a fault is found where there is one");
  must(!fault || (fault->offset == wrong && fault->zero == (text[wrong] == '\0') && fault->position.line > 0), "the first fault is found");
  return found;
}

}  // namespace

}  // namespace musclekg

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace musclekg;
  static Diagnostics diagnostics;
  static const Knowledge knowledge(find_data(), {}, {}, "https://w3id.org/musclekg/", diagnostics);
  static const TermFilter filter(knowledge.terms, knowledge.prefixes, TermChoice{}, diagnostics);
  static const std::vector<std::string> stop_names;
  static KnownNames names(
      {knowledge.terms, knowledge.forms, knowledge.prefixes, knowledge.cautions, knowledge.abbreviations, filter, stop_names});
  const std::string_view text = fuzz::view(data, size);
  const auto whole = annotate(names, text, 1 << 16);
  fuzz::must(annotate(names, text, 1 + size % 61) == whole, "the text can come in any way");
  return 0;
}
