// Any bytes for the functions that compare and name.

#include "fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace musclekg;
  using fuzz::must;
  const std::string_view text = fuzz::view(data, size);
  const bool well_formed = find_invalid_utf8(text) == std::string_view::npos;
  valid_iri(text);
  trim(text);
  split(text, '|');
  if (!well_formed) return 0;
  const std::string folded = fold(text), name = slug(text);
  must(find_invalid_utf8(folded) == std::string_view::npos, "folded text is UTF-8");
  must(fold(folded) == folded, "folding again changes nothing");
  must(slug(name) == name, "the slug of a slug is itself");
  for (const char c : name) must((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-', "a slug has letters, digits and '-'");
  must(name.empty() || (name.front() != '-' && name.back() != '-'), "a slug has no '-' at its ends");
  must(name.empty() || valid_iri("http://example.org/" + name), "a slug is safe in an IRI");
  return 0;
}
