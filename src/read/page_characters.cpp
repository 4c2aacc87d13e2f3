#include "read/page_characters.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/text.h"

namespace musclekg {

namespace {

struct Named {
  std::string_view name;
  std::uint32_t code_point;
};

constexpr std::array<Named, 135> kNamed = {
    {{"AElig", 198},   {"Aacute", 193},  {"Acirc", 194},   {"Agrave", 192},  {"Aring", 197},   {"Auml", 196},    {"Ccedil", 199},
     {"Dagger", 8225}, {"Eacute", 201},  {"Ecirc", 202},   {"Egrave", 200},  {"Iacute", 205},  {"Ntilde", 209},  {"OElig", 338},
     {"Oacute", 211},  {"Oslash", 216},  {"Ouml", 214},    {"Prime", 8243},  {"Uacute", 218},  {"Uuml", 220},    {"aacute", 225},
     {"acirc", 226},   {"acute", 180},   {"aelig", 230},   {"agrave", 224},  {"alpha", 945},   {"amp", 38},      {"apos", 39},
     {"aring", 229},   {"asymp", 8776},  {"atilde", 227},  {"auml", 228},    {"bdquo", 8222},  {"beta", 946},    {"brvbar", 166},
     {"bull", 8226},   {"ccedil", 231},  {"cedil", 184},   {"cent", 162},    {"copy", 169},    {"dagger", 8224}, {"darr", 8595},
     {"deg", 176},     {"delta", 948},   {"divide", 247},  {"eacute", 233},  {"ecirc", 234},   {"egrave", 232},  {"emsp", 8195},
     {"ensp", 8194},   {"epsilon", 949}, {"euml", 235},    {"euro", 8364},   {"frac12", 189},  {"frac14", 188},  {"frac34", 190},
     {"gamma", 947},   {"ge", 8805},     {"gt", 62},       {"harr", 8596},   {"hellip", 8230}, {"iacute", 237},  {"icirc", 238},
     {"iexcl", 161},   {"igrave", 236},  {"iquest", 191},  {"iuml", 239},    {"kappa", 954},   {"lambda", 955},  {"laquo", 171},
     {"larr", 8592},   {"ldquo", 8220},  {"le", 8804},     {"lsaquo", 8249}, {"lsquo", 8216},  {"lt", 60},       {"macr", 175},
     {"mdash", 8212},  {"micro", 181},   {"middot", 183},  {"minus", 8722},  {"mu", 956},      {"nbsp", 160},    {"ndash", 8211},
     {"ne", 8800},     {"not", 172},     {"ntilde", 241},  {"oacute", 243},  {"ocirc", 244},   {"oelig", 339},   {"ograve", 242},
     {"omega", 969},   {"ordf", 170},    {"ordm", 186},    {"oslash", 248},  {"otilde", 245},  {"ouml", 246},    {"para", 182},
     {"phi", 966},     {"pi", 960},      {"plusmn", 177},  {"pound", 163},   {"prime", 8242},  {"quot", 34},     {"rArr", 8658},
     {"raquo", 187},   {"rarr", 8594},   {"rdquo", 8221},  {"reg", 174},     {"rsaquo", 8250}, {"rsquo", 8217},  {"sbquo", 8218},
     {"sect", 167},    {"shy", 173},     {"sigma", 963},   {"sup1", 185},    {"sup2", 178},    {"sup3", 179},    {"szlig", 223},
     {"tau", 964},     {"theta", 952},   {"thinsp", 8201}, {"times", 215},   {"trade", 8482},  {"uacute", 250},  {"uarr", 8593},
     {"ucirc", 251},   {"ugrave", 249},  {"uml", 168},     {"uuml", 252},    {"yacute", 253},  {"yen", 165},     {"yuml", 255},
     {"zwj", 8205},    {"zwnj", 8204}}};
static_assert(std::is_sorted(kNamed.begin(), kNamed.end(), [](const Named& a, const Named& b) { return a.name < b.name; }));

constexpr std::size_t kLongestName = 8;
constexpr std::size_t kMostDigits = 7;

unsigned digit_value(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  const char letter = static_cast<char>(c | 0x20);
  return letter >= 'a' && letter <= 'f' ? static_cast<unsigned>(letter - 'a') + 10 : 99;
}

}  // namespace

std::string utf8(std::uint32_t code) {
  std::string text;
  if (code == 0 || (code >= 0xD800 && code < 0xE000) || code > 0x10FFFF) return text;
  append_utf8(text, code);
  return text;
}

CharacterReference character_reference(std::string_view text) {
  std::string_view body = text.substr(1, kLongestName + 4);
  const std::size_t end = body.find(';');
  if (end == std::string_view::npos || end == 0) return {};
  body = body.substr(0, end);
  if (body.front() != '#') {
    const auto found =
        std::lower_bound(kNamed.begin(), kNamed.end(), body, [](const Named& one, std::string_view name) { return one.name < name; });
    if (found == kNamed.end() || found->name != body) return {};
    return {end + 2, utf8(found->code_point)};
  }
  const bool hexadecimal = body.size() > 1 && (body[1] == 'x' || body[1] == 'X');
  body.remove_prefix(hexadecimal ? 2 : 1);
  if (body.empty() || body.size() > kMostDigits) return {};
  const unsigned base = hexadecimal ? 16 : 10;
  std::uint32_t code = 0;
  for (const char c : body) {
    const unsigned digit = digit_value(c);
    if (digit >= base) return {};
    code = code * base + digit;
  }
  std::string character = utf8(code);
  if (character.empty()) return {};
  return {end + 2, std::move(character)};
}

}  // namespace musclekg
