#include "generate_page.h"

#include <fmt/format.h>

#include <memory>
#include <utility>
#include <vector>

#include "draw.h"
#include "generate_text.h"
#include "page_markup.h"

namespace musclekg {

namespace {

constexpr std::string_view kPortions[] = {"upper third", "lower half",  "medial two-thirds",  "anterior surface", "posterior border",
                                          "deep part",   "lateral lip", "superficial fibers", "inferior margin",  "distal end",
                                          "tip",         "medial side"};
constexpr std::string_view kDirections[] = {"", "", "", "lateral ", "medial ", "weak ", "forced ", "horizontal "};
constexpr std::string_view kJournals[] = {"Journal of Anatomy", "Clinical Anatomy", "Surgical and Radiologic Anatomy",
                                          "Folia Morphologica"};
constexpr std::string_view kAuthors[] = {"Werner S",  "Crossley KM", "Bennell K", "Smith TO",
                                         "Nichols R", "Donell ST",   "Seeley MK", "Park J"};
constexpr char kRegions[] = {'C', 'T', 'L', 'S'};
constexpr std::size_t kReferences = 12;

class PageWriter {
 public:
  PageWriter(const PageWords& words, std::string_view layout, std::uint64_t number)
      : words_(words), draw_(number), markup_(page_markup(layout, number % 3 != 0)), muscle_(draw_.from(words.muscles)) {
    for (std::size_t i = 0; i < kReferences; ++i)
      references_.push_back(fmt::format("{}, {}. The {} of {} people. {}. {};{}({}):{}-{}.", draw_.from(kAuthors), draw_.from(kAuthors),
                                        everyday(), 10 + draw_.below(90), draw_.from(kJournals), 1980 + draw_.below(45),
                                        1 + draw_.below(60), 1 + draw_.below(12), 100 + draw_.below(400), 500 + draw_.below(400)));
  }

  std::string page(std::size_t size) {
    markup_->begin(muscle_, {{"Origin", name(words_.attachments)},
                             {"Insertion", name(words_.attachments)},
                             {"Blood", name(words_.arteries)},
                             {"Nerve", name(words_.nerves)},
                             {"Action", action()},
                             {"Antagonist", name(words_.muscles)}});
    markup_->open(PageMarkup::Kind::Paragraph);
    fact(words_.group, {{"muscles of the back", "quadriceps femoris", "rotator cuff", "flexors of the forearm"}}, 1);
    chatter(2);
    markup_->close(PageMarkup::Kind::Paragraph);
    while (markup_->size() < size) round();
    markup_->end(references_);
    return markup_->take();
  }

 private:
  using Names = std::vector<std::string>;

  /// All that a page has, once.
  void round() {
    section(Topic::Origin, words_.origin, words_.attachments, 4);
    section(Topic::Insertion, words_.insertion, words_.attachments, 3);
    section(Topic::Innervation, words_.innervation, words_.nerves, 2);
    section(Topic::Artery, words_.artery, words_.arteries, 3);
    heading(Topic::Action);
    markup_->open(PageMarkup::Kind::Paragraph);
    for (std::size_t left = 2 + draw_.below(2); left > 0; --left) movement();
    fact(words_.synergist, words_.muscles, 2);
    fact(words_.antagonist, words_.muscles, 2);
    markup_->close(PageMarkup::Kind::Paragraph);
    for (const Topic topic : {Topic::Structure, Topic::Clinical, Topic::Exercise}) {
      heading(topic);
      const bool items = topic == Topic::Exercise;
      for (std::size_t left = items ? 4 : 2; left > 0; --left) {
        const auto kind = items ? PageMarkup::Kind::Item : PageMarkup::Kind::Paragraph;
        markup_->open(kind);
        chatter(items ? 1 : 4);
        markup_->close(kind);
      }
    }
  }

  void heading(Topic topic) { markup_->heading(draw_.from(words_.headings[static_cast<std::size_t>(topic)])); }

  void section(Topic topic, const std::vector<PageWords::Cue>& cues, const Names& names, std::size_t most) {
    heading(topic);
    markup_->open(PageMarkup::Kind::Paragraph);
    fact(cues, names, most);
    if (draw_.percent(50)) fact(cues, names, most);
    if (draw_.percent(50)) chatter(1);
    markup_->close(PageMarkup::Kind::Paragraph);
  }

  /// A sentence with one cue and up to `most` names.
  void fact(const std::vector<PageWords::Cue>& cues, const Names& names, std::size_t most) {
    const PageWords::Cue& cue = draw_.from(cues);
    markup_->words(fmt::format("{} {}{}{} ", draw_.percent(50) ? "It" : "The muscle", draw_.percent(10) ? "sometimes " : "", cue.text,
                               cue.introducers.empty() ? "" : " " + draw_.from(cue.introducers)));
    const std::size_t count = 1 + draw_.below(most);
    for (std::size_t i = 0; i < count; ++i) {
      markup_->words(i == 0 ? "the " : i + 1 == count ? " and the " : ", the ");
      if (&names == &words_.attachments && draw_.percent(50)) markup_->words(fmt::format("{} of the ", draw_.from(kPortions)));
      markup_->link(name(names));
    }
    if (&names == &words_.nerves) {
      const std::size_t first = 1 + draw_.below(4);
      const char region = draw_.from(kRegions);
      markup_->words(fmt::format(" ({}{}, {}{})", region, first, region, first + 1));
    }
    finish();
  }

  void movement() {
    markup_->words(fmt::format("The muscle {} ", draw_.from(words_.action).text));
    markup_->words(draw_.percent(50) ? fmt::format("{} and {}", action(), action()) : action());
    finish();
  }

  std::string action() { return fmt::format("{}{} of the {}", draw_.from(kDirections), draw_.from(words_.movements), name(words_.joints)); }

  /// Sentences that tell no fact, with names all the same.
  void chatter(std::size_t sentences) {
    const Names* const kinds[] = {&words_.muscles, &words_.attachments, &words_.nerves, &words_.arteries, &words_.joints};
    for (; sentences > 0; --sentences) {
      markup_->words("There");
      for (std::size_t pieces = 1 + draw_.below(3); pieces > 0; --pieces) {
        for (std::size_t count = 2 + draw_.below(6); count > 0; --count) markup_->words(fmt::format(" {}", everyday()));
        markup_->words(" ");
        markup_->link(name(*draw_.from(kinds)));
      }
      markup_->words(fmt::format(" in {} {}", draw_.below(100), draw_.from(words_.others)));
      finish();
    }
  }

  void finish() {
    if (draw_.percent(40)) {
      const std::size_t number = draw_.below(kReferences);
      markup_->cite(number + 1, references_[number]);
    }
    markup_->words(". ");
  }

  /// As a term has it; one in ten is joined of two terms' names, so that there is always one that was not met before.
  std::string name(const Names& names) {
    const std::string& one = draw_.from(names);
    if (!draw_.percent(10)) return one;
    const std::string& other = draw_.from(names);
    return fmt::format("{} {}", one.substr(0, one.find(' ')), other.substr(other.find(' ') + 1));
  }

  std::string_view everyday() { return draw_.from(everyday_words()); }

  const PageWords& words_;
  Draw draw_;
  std::unique_ptr<PageMarkup> markup_;
  std::string muscle_;
  std::vector<std::string> references_;
};

}  // namespace

std::string generated_page(const PageWords& words, std::string_view layout, std::uint64_t number, std::size_t size) {
  return PageWriter(words, layout, number).page(size);
}

}  // namespace musclekg
