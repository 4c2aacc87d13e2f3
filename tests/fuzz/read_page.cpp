// Any bytes as a page; the first byte chooses its layout, or that it is found by content.

#include "../page_invariants.h"
#include "fuzz.h"
#include "read/page_layout.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace musclekg;
  using fuzz::must;
  if (size == 0) return 0;
  static Diagnostics loading;
  static const PageHeadings headings(std::string(MUSCLEKG_DATA) + "/page-headings.tsv", loading);
  const auto layouts = page_layouts();
  const std::size_t chosen = data[0] % (layouts.size() + 1);
  const std::string_view text = fuzz::view(data + 1, size - 1);
  Diagnostics diagnostics;
  Page page;
  const bool whole =
      read_page("fuzz", std::string(text), chosen < layouts.size() ? &layouts[chosen] : nullptr, headings, page, diagnostics);
  const bool is_text = find_invalid_utf8(text) == std::string_view::npos && text.find('\0') == std::string_view::npos;
  must(whole == is_text, "just UTF-8 is read");
  must(whole == (diagnostics.count(Severity::Error) == 0), "a page is refused for a reason");
  if (!whole) return 0;
  must(page.source == text, "the source stays as it is");
  const std::string fault = fault_of(page);
  must(fault.empty(), fault.c_str());
  return 0;
}
