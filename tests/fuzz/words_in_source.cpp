// Any bytes as a source and as the words that are looked for in it: what is found lies in the source.

#include "read/words_in_source.h"

#include "fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace musclekg;
  if (size < 2) return 0;
  const std::string_view all = fuzz::view(data + 2, size - 2);
  const std::size_t cut = all.size() * data[0] / 256, at = cut * data[1] / 256;
  const std::string_view source = all.substr(0, cut), words = all.substr(cut);
  if (const auto found = words_in_source(source, at, words)) {
    fuzz::must(at <= found->begin && found->begin <= found->end && found->end <= source.size(), "what is found lies in the source");
    fuzz::must(source.substr(at).starts_with(words) ? found->begin == at : true, "words as they stand are found where they stand");
  }
  return 0;
}
