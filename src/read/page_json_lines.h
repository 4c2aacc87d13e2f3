// Lines of text that hold JSON, or a piece of it: "origin": "...",

#pragma once

#include <string>
#include <string_view>

#include "read/page_builder.h"
#include "read/page_headings.h"

namespace musclekg {

/// Reads such lines one after the other. A key that is a known label makes fields, "title" and "name" make the title, any other key a
/// property. What is no JSON among them is passed over.
class JsonLines {
 public:
  JsonLines(Page& page, const PageHeadings& headings) : page_(page), headings_(headings), source_(page.source), builder_(page.source) {}

  /// Whether a line begins as one of JSON does, in its place behind the lines before.
  bool could_take(std::string_view line) const;

  void take(std::string_view line);

 private:
  std::size_t read_string(std::size_t at, std::size_t end);
  void add_value();

  Page& page_;
  const PageHeadings& headings_;
  std::string_view source_;
  BlockBuilder builder_;  ///< with the last string
  std::string key_;       ///< of the value that is awaited
  bool in_value_ = false;
  bool in_list_ = false;
};

}  // namespace musclekg
