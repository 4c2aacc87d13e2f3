// HTML tags within wikitext and Markdown.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace musclekg {

struct InlineTag {
  enum class Kind : std::uint8_t {
    Silent,  ///< dresses words
    Line,    ///< begins or ends a block
    Break    ///< <br>
  };

  std::size_t size = 0;  ///< in the source; 0: there is no tag, what stands there are words
  Kind kind = Kind::Silent;
  std::string name = {};  ///< lower case
  bool closing = false;   ///< "</name>"
  bool empty = false;     ///< "<name/>"
};

/// The tag at the beginning of `text`, which begins with '<'. Only elements that pages have are known; "<5 cm" is no tag.
InlineTag inline_tag(std::string_view text);

}  // namespace musclekg
