// How the words of a value are written in the syntax they were read from.

#pragma once

#include <optional>
#include <string_view>

#include "model/page.h"

namespace musclekg {

/// The bytes of `source`, from `at` on, that write `words`: the same words, or the same but for what YAML, JSON and CSV let be written
/// otherwise: quotes around them, escapes (JSON's, which are YAML's, too), doubled quotes, the header of a block scalar, and white space,
/// of which any run is as good as any other. Without the quotes. Nothing when other words stand there. Linear in the words.
/// Spans count from the beginning of `source`.
std::optional<Span> words_in_source(std::string_view source, std::size_t at, std::string_view words);

}  // namespace musclekg
