#include "rdf/node.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <string>

#include "base/text.h"
#include "rdf/vocabulary.h"

namespace musclekg {

void append_escaped(std::string& out, std::string_view text) {
  const auto plain = [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\' && c != 0x7F; };
  if (std::all_of(text.begin(), text.end(), plain)) {
    out += text;
    return;
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      case '\b':
        out += "\\b";
        break;
      case '\f':
        out += "\\f";
        break;
      default:
        if (c < 0x20 || c == 0x7F) {
          out += fmt::format("\\u{:04X}", c);
        } else {
          out += text[i];
        }
    }
  }
}

bool canonical_integer(std::string_view text) {
  if (text == "-0") return false;
  if (text.starts_with('-')) text.remove_prefix(1);
  if (text.empty() || (text.front() == '0' && text.size() > 1)) return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

const Node* NodeTable::find() {
  hash_ = fingerprint(scratch_);
  const std::string_view form = scratch_;
  for (const NodeTable* table : {static_cast<const NodeTable*>(parent_), static_cast<const NodeTable*>(this)}) {
    if (table == nullptr) continue;
    const auto found = table->by_form_.find(form, hash_.low);
    if (found != table->by_form_.end()) return found->second;
  }
  return nullptr;
}

const Node* NodeTable::add(const Node& node) {
  if (size_ == kBlock * blocks_.size()) blocks_.push_back(std::make_unique<Node[]>(kBlock));
  Node& added = blocks_[size_ / kBlock][size_ % kBlock];
  added = node;
  added.scoped = parent_ != nullptr;
  added.number = static_cast<std::uint32_t>(size_++);
  added.ntriples = texts_.copy(scratch_);
  added.hash = hash_;
  by_form_.emplace(added.ntriples, &added);
  return &added;
}

const Node* NodeTable::iri(std::string_view iri) {
  scratch_.assign(1, '<').append(iri) += '>';
  if (const Node* node = find()) return node;
  if (!valid_iri(iri)) throw std::invalid_argument(fmt::format("not an absolute IRI: '{}'", iri));
  return add({Node::Kind::Iri, false, false, 0, texts_.copy(iri), {}, nullptr, {}, {}, 0});
}

const Node* NodeTable::blank(std::string_view label) { return add_blank(label, false); }

const Node* NodeTable::anonymous_blank(std::string_view label) { return add_blank(label, true); }

const Node* NodeTable::add_blank(std::string_view label, bool anonymous) {
  scratch_.assign("_:").append(label);
  if (const Node* node = find()) return node;
  return add({Node::Kind::Blank, false, anonymous, 0, texts_.copy(label), {}, nullptr, {}, {}, 0});
}

const Node* NodeTable::text(std::string_view text, std::string_view language) {
  scratch_.assign(1, '"');
  append_escaped(scratch_, text);
  scratch_ += '"';
  const auto quoted = static_cast<std::uint32_t>(scratch_.size());
  if (!language.empty()) scratch_.append(1, '@').append(language);
  if (const Node* node = find()) return node;
  return add({Node::Kind::Literal, false, false, 0, texts_.copy(text), texts_.copy(language), nullptr, {}, {}, quoted});
}

const Node* NodeTable::literal(std::string_view lexical, const Node* datatype) {
  if (datatype == nullptr || datatype->value == xsd::string) return text(lexical);
  scratch_.assign(1, '"');
  append_escaped(scratch_, lexical);
  scratch_ += '"';
  const auto quoted = static_cast<std::uint32_t>(scratch_.size());
  scratch_.append("^^").append(datatype->ntriples);
  if (const Node* node = find()) return node;
  return add({Node::Kind::Literal, false, false, 0, texts_.copy(lexical), {}, datatype, {}, {}, quoted});
}

void NodeTable::clear() {
  // Clearing takes time by the buckets: those of a large record are not kept for the small ones behind it.
  constexpr std::size_t kFew = 4096;
  if (by_form_.bucket_count() > std::max(kFew, 16 * size_)) {
    by_form_ = decltype(by_form_)(2 * size_);
    blocks_.resize(std::min(blocks_.size(), 1 + 2 * size_ / kBlock));
  } else {
    by_form_.clear();
  }
  size_ = 0;
  texts_.clear();
}

}  // namespace musclekg
