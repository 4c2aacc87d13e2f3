// Mentions as rows: TSV or JSON Lines.

#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/output.h"
#include "link/annotator.h"

namespace musclekg {

/// A format of annotations.
struct AnnotationFormat {
  std::string_view name;
  void (*begin)(Output& output);
  /// `document`: its name as the function `document` gives it.
  void (*write)(Output& output, std::string_view document, const Annotation& annotation);
  /// The name of a document as rows of this format have it.
  std::string (*document)(std::string_view name);
};

std::span<const AnnotationFormat> annotation_formats();

/// The format of that name, or nullptr.
const AnnotationFormat* annotation_format_named(std::string_view name);

}  // namespace musclekg
