#include "extract/full_stop.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/text.h"

namespace musclekg {

namespace {

struct Abbreviation {
  std::string_view word;
  Stop stop;
};

/// In lower case, sorted, without the full stop. "etc." is none: what follows it tells.
constexpr auto kAbbreviations = std::to_array<Abbreviation>({
    {"aa", Stop::BeforeOpener},   {"abd", Stop::BeforeOpener},  {"add", Stop::BeforeOpener},
    {"al", Stop::BeforeOpener},   {"ant", Stop::BeforeOpener},  {"apon", Stop::BeforeOpener},
    {"approx", Stop::Never},      {"art", Stop::BeforeOpener},  {"artt", Stop::BeforeOpener},
    {"ca", Stop::Never},          {"cf", Stop::Never},          {"ch", Stop::BeforeNumber},
    {"chap", Stop::BeforeNumber}, {"dist", Stop::BeforeOpener}, {"dr", Stop::Never},
    {"ed", Stop::BeforeOpener},   {"eds", Stop::BeforeOpener},  {"eq", Stop::BeforeNumber},
    {"esp", Stop::Never},         {"ext", Stop::BeforeOpener},  {"fig", Stop::Never},
    {"figs", Stop::Never},        {"flex", Stop::BeforeOpener}, {"gl", Stop::BeforeOpener},
    {"incl", Stop::Never},        {"inf", Stop::BeforeOpener},  {"int", Stop::BeforeOpener},
    {"lat", Stop::BeforeOpener},  {"lig", Stop::BeforeOpener},  {"ligg", Stop::BeforeOpener},
    {"med", Stop::BeforeOpener},  {"mm", Stop::BeforeOpener},   {"mr", Stop::Never},
    {"mrs", Stop::Never},         {"ms", Stop::Never},          {"musc", Stop::BeforeOpener},
    {"nn", Stop::BeforeOpener},   {"no", Stop::BeforeNumber},   {"nos", Stop::BeforeNumber},
    {"nr", Stop::BeforeNumber},   {"obl", Stop::BeforeOpener},  {"post", Stop::BeforeOpener},
    {"pp", Stop::BeforeNumber},   {"proc", Stop::BeforeOpener}, {"procc", Stop::BeforeOpener},
    {"prof", Stop::Never},        {"prox", Stop::BeforeOpener}, {"ref", Stop::BeforeNumber},
    {"refs", Stop::BeforeNumber}, {"resp", Stop::BeforeOpener}, {"rr", Stop::BeforeOpener},
    {"sec", Stop::BeforeNumber},  {"sp", Stop::BeforeOpener},   {"spp", Stop::BeforeOpener},
    {"st", Stop::Never},          {"sup", Stop::BeforeOpener},  {"superf", Stop::BeforeOpener},
    {"syn", Stop::BeforeOpener},  {"tab", Stop::BeforeNumber},  {"tub", Stop::BeforeOpener},
    {"var", Stop::BeforeOpener},  {"viz", Stop::Never},         {"vol", Stop::BeforeNumber},
    {"vs", Stop::Never},          {"vv", Stop::BeforeOpener},   {"www", Stop::Never},
});

/// In lower case, sorted; true: always.
constexpr auto kOpeners = std::to_array<std::pair<std::string_view, bool>>(
    {{"a", false},       {"after", false}, {"all", false},   {"although", false}, {"an", false},   {"as", false},   {"at", false},
     {"because", false}, {"both", false},  {"by", false},    {"during", false},   {"each", false}, {"for", false},  {"from", false},
     {"however", false}, {"if", false},    {"in", false},    {"it", true},        {"its", true},   {"many", false}, {"most", false},
     {"on", false},      {"one", false},   {"some", false},  {"the", true},       {"their", true}, {"there", true}, {"these", true},
     {"they", true},     {"this", true},   {"those", false}, {"to", false},       {"two", false},  {"we", false},   {"when", false},
     {"while", false},   {"with", false}});

static_assert(std::ranges::is_sorted(kAbbreviations, {}, &Abbreviation::word));
static_assert(std::ranges::is_sorted(kOpeners));

template <typename Rows, typename Key>
auto find_row(const Rows& rows, std::string_view word, Key key) {
  const std::string lower = ascii_lower(word);
  const auto found = std::lower_bound(rows.begin(), rows.end(), std::string_view(lower),
                                      [&](const auto& row, std::string_view wanted) { return row.*key < wanted; });
  return found != rows.end() && (*found).*key == lower ? found : rows.end();
}

}  // namespace

Stop stop_behind(std::string_view word) {
  if (word.size() == 1) return Stop::BeforeOpener;
  const auto found = find_row(kAbbreviations, word, &Abbreviation::word);
  return found == kAbbreviations.end() ? Stop::Ends : found->stop;
}

Opener opener_of(std::string_view word) {
  const auto found = find_row(kOpeners, word, &std::pair<std::string_view, bool>::first);
  if (found == kOpeners.end()) return Opener::No;
  return found->second ? Opener::Always : Opener::InCapitals;
}

}  // namespace musclekg
