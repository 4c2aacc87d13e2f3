// The pieces that records of pages are told in.

#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/places.h"
#include "extract/page_facts.h"
#include "extract/record_events.h"
#include "model/record_keys.h"

namespace musclekg {

/// Without control characters, white space as single blanks, none at the ends.
std::string in_one_line(std::string_view text);

/// Remarks on one value, each once.
class Remarks {
 public:
  void add(std::string remark);
  std::string text() const;  ///< separated by "; "

 private:
  std::vector<std::string> remarks_;
};

/// Tells one key or another of a record, and what they were read from.
class RecordTeller {
 public:
  RecordTeller(const PageFacts& facts, const Places& places, RecordEvents& events) : file_(facts.file), places_(places), events_(events) {}

  RecordEvents& events() { return events_; }

  /// "page.txt:12:5"
  std::string place_of(Span where) const;

  /// 'page.txt:12:5 "the words"', with what stands before and behind it.
  void quote(Span where, std::string_view words, std::string_view before = {}, std::string_view behind = {});

  /// A key and its text; nothing when there is none. A text that the key does not take becomes a remark: "date as written: May 99".
  void put(Shape owner, std::string_view name, std::string_view text, Span where, Remarks& remarks);

  /// The same for what a map is called, and for keys that take any text.
  void put(Shape owner, std::string_view name, std::string_view text, Span where);

  /// A key and a list of texts; nothing when there is none.
  void put(std::string_view name, const std::vector<std::string>& texts, Span where);

  /// "cites", alone or as a list, and whether it is the paragraph that is cited for; nothing when there is none.
  void put_cites(std::span<const std::uint32_t> numbers, bool by_paragraph, Span where);

 private:
  std::string_view file_;
  const Places& places_;
  RecordEvents& events_;
};

/// The references of a page that can be cited: those whose number comes once, or first.
class References {
 public:
  explicit References(const std::vector<PageReference>& references);

  /// Those of `numbers` that are there, in their order, each once; the others become a remark.
  std::vector<std::uint32_t> known(std::span<const std::uint32_t> numbers, Remarks& remarks) const;

  /// Tells the references with these numbers (sorted), or all, as one list.
  void tell(RecordTeller& teller, const std::vector<std::uint32_t>* numbers) const;

 private:
  std::vector<const PageReference*> by_number_;  ///< sorted
  std::vector<const PageReference*> others_;     ///< whose number is 0, or another's
};

/// Tells what a page claims of the clinic (of the muscle, where a claim does not tell what it is about), how the muscle is felt, and what
/// the page says of itself.
void tell_claims(const PageFacts& facts, const References& references, RecordTeller& teller);
void tell_palpation(const PageFacts& facts, const References& references, RecordTeller& teller);
void tell_source(const PageSource& source, Span where, RecordTeller& teller);

/// How the marks of a value's citations stand to it.
struct Basis {
  bool paragraph = false;  ///< all of them close only its paragraph
  std::string remark;      ///< which of them do, where some do and some do not
};
Basis basis_of(std::span<const std::uint32_t> cites, std::vector<std::uint32_t> by_sentence, std::vector<std::uint32_t> by_paragraph);

}  // namespace musclekg
