#include "extract/page_matter.h"

#include <algorithm>

#include "base/text.h"
#include "extract/reference_details.h"

namespace musclekg {

namespace {

/// Signs of a citation that a body sentence seldom has more than one of.
constexpr int kEnoughInItem = 2, kEnoughInParagraph = 3;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The words of an entry; a reader may have taken the beginning of a title for a label.
std::string words_of_entry(const Block& block) { return block.label.empty() ? block.words : block.label + ": " + block.words; }

bool can_be_citation(std::string_view words) {
  if (std::any_of(words.begin(), words.end(), is_digit)) return true;
  const std::string lower = ascii_lower(words);
  return lower.find("[internet]") != std::string::npos || lower.find("http") != std::string::npos ||
         lower.find("www.") != std::string::npos;
}

/// How much of a citation the words have.
int signs_of_citation(std::string_view words) {
  if (!can_be_citation(words)) return 0;
  const ParsedReference parsed = parse_reference(words);
  const PageReference& reference = parsed.reference;
  int signs = 0;
  if (!reference.authors.empty()) signs += reference.date.empty() ? 1 : 2;
  if (!reference.journal.empty() && !reference.volume.empty() && !reference.date.empty()) signs += 2;
  if (!reference.doi.empty() || !reference.pmid.empty()) signs += 2;
  if (!reference.accessed.empty()) signs += 2;
  if (parsed.online) ++signs;
  if (parsed.book && !reference.date.empty()) ++signs;
  return signs;
}

}  // namespace

PageMatter::PageMatter(const std::string& folder, Diagnostics& diagnostics)
    : designs_(folder + "/page-designs.tsv", diagnostics),
      claims_(folder + "/page-claims.tsv", diagnostics),
      credits_(folder + "/page-credits.tsv", diagnostics) {}

bool PageMatter::is_reference(const Block& block, bool in_list) const {
  if (block.kind == Block::Kind::Heading) return false;
  const std::string entry = words_of_entry(block);
  const EntryNumber number = entry_number(entry);
  const std::string_view words = trim(std::string_view(entry).substr(number.end));
  if (words.empty()) return false;
  const bool item = block.kind == Block::Kind::Item || number.end != 0;
  if (number.backlinks > 0 && (in_list || number.number != 0)) return true;
  if (in_list && number.number != 0) return true;
  if (in_list && item && words.find_first_of("0123456789.,") != std::string_view::npos) return true;
  return signs_of_citation(words) >= (in_list ? 1 : item ? kEnoughInItem : kEnoughInParagraph);
}

PageReference PageMatter::reference_of(const Block& block, std::uint32_t counted) const {
  const std::string entry = words_of_entry(block);
  const EntryNumber number = entry_number(entry);
  const std::string_view words = std::string_view(entry).substr(number.end);
  ParsedReference parsed = parse_reference(words);
  designs_.classify(parsed);
  PageReference& reference = parsed.reference;
  reference.number = number.number != 0 ? number.number : counted;
  reference.backlinks = number.backlinks;
  reference.text = with_single_blanks(words);
  reference.where = block.label.empty()
                        ? block.source_of(static_cast<std::uint32_t>(number.end), static_cast<std::uint32_t>(block.words.size()))
                        : block.source;
  return std::move(reference);
}

PageReference PageMatter::reference_of(const Note& note) const {
  PageReference reference = reference_of(note.block, note.number);
  ParsedReference parsed = parse_citation_template(note.arguments);
  if (!parsed.reference.title.empty()) {
    designs_.classify(parsed);
    parsed.reference.text = reference.text;
    parsed.reference.where = reference.where;
    reference = std::move(parsed.reference);
  }
  reference.number = note.number;
  return reference;
}

std::vector<PageContributor> PageMatter::contributors_of(const Block& block) const { return credits_.contributors_of(block); }

ClinicalClaim PageMatter::claim_of(const Page& page, const Sentence& sentence) const {
  const Block& block = page.blocks[sentence.block];
  std::string words;
  std::uint32_t at = sentence.words.begin;
  for (const WordSpan& mark : sentence.marks) {
    if (mark.begin < at || mark.end > sentence.words.end) continue;
    words.append(block.words, at, mark.begin - at);
    at = mark.end;
    const bool ends = at == sentence.words.end || std::string_view(".,;:!?)").find(block.words[at]) != std::string_view::npos;
    while (ends && words.ends_with(' ')) words.pop_back();
  }
  words.append(block.words, at, sentence.words.end - at);

  ClaimCues::Reading reading = claims_.read(words);
  ClinicalClaim claim;
  claim.text = with_single_blanks(words);
  claim.where = block.source_of(sentence.words.begin, sentence.words.end);
  claim.kind = reading.kind;
  claim.stance = reading.stance;
  claim.disputes = std::move(reading.disputes);
  claim.citations = sentence.citations;
  claim.citation_basis = sentence.basis;
  return claim;
}

bool PageMatter::is_palpation(std::string_view words) const { return claims_.is_palpation(words); }

}  // namespace musclekg
