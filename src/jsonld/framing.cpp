#include "jsonld/framing.h"

#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "jsonld/frame_matching.h"
#include "jsonld/frame_pruning.h"
#include "jsonld/jsonld_error.h"
#include "jsonld/node_map.h"

namespace musclekg {

namespace {

using Nodes = std::vector<const Json*>;

/// Nodes that were embedded: by their address, which says the graph, too.
using Embedded = std::unordered_set<const Json*>;

const Json kNoEntries = Json::object();

bool is_reference(const Json& value) { return value.is_object() && value.size() == 1 && value.contains("@id"); }

Nodes nodes_of(const Json& graph) {
  Nodes nodes;
  for (const Json& node : graph) nodes.push_back(&node);
  return nodes;
}

/// The framing state as far as it changes on the way into the tree.
struct State {
  const Json* graph;
  bool merged;    ///< `graph` is that of all graphs
  bool embedded;  ///< what is framed is a value of another node
  bool at_top;    ///< there is no active property
  Embedded* embedded_nodes;

  State as_value() const { return {graph, merged, true, false, embedded_nodes}; }
};

class Framing {
 public:
  Framing(const Json& graphs, const Json& subjects, const FramingOptions& options)
      : graphs_(graphs), subjects_(subjects), options_(options), matching_(subjects) {
    for (const Json& graph : graphs)
      for (const Json& node : graph)
        for (const Json& values : node) left_ += kTimes * values.size();
  }

  Json result(const Json& frame, bool merged) {
    Json found = Json::array();
    const Nodes nodes = nodes_of(subjects_);
    frame_nodes({&subjects_, merged, false, true, nullptr}, nodes, given(frame), found);
    return found;
  }

 private:
  static constexpr std::size_t kTimes = 100;        ///< how often on average a node may be embedded,
  static constexpr std::size_t kAtLeast = 1000000;  ///< beyond this many values

  /// A frame object of the frame document.
  FrameObject given(const Json& object) const { return {&object, {options_.embed, options_.explicit_inclusion, options_.require_all}}; }
  /// One made for what the document has no frame object for: it goes on with the flags of its parent.
  static FrameObject implicit(const FrameFlags& flags) { return {&kNoEntries, flags}; }

  /// Framing (section 4.1.2): appends to the array `into`.
  void frame_nodes(State state, std::span<const Json* const> nodes, const FrameObject& frame, Json& into) {
    const FrameFlags flags = frame_flags(frame);
    Embedded of_this_tree;
    for (const Json* node : nodes) {
      if (!matching_.matches(*node, *frame.object, flags.require_all)) continue;
      if (state.at_top) {
        of_this_tree.clear();
        state.embedded_nodes = &of_this_tree;
      }
      const bool known = state.embedded_nodes->contains(node);
      if (!state.embedded && known) continue;
      if (state.embedded && (flags.embed == Embed::Never || is_open(node) || (flags.embed == Embed::Once && known))) {
        into.push_back(Json::object({{"@id", (*node)["@id"]}}));
        continue;
      }
      state.embedded_nodes->insert(node);
      open_.push_back(node);
      if (open_.size() > kDeepestEmbedding)
        throw Failure("the framed document is nested deeper than " + std::to_string(kDeepestEmbedding) + " node objects");
      Json output = Json::object({{"@id", (*node)["@id"]}});
      add_named_graph(state, *node, frame, output);
      if (const Json* included = first_object(entry(*frame.object, "@included"))) {
        State inside = state.as_value();
        inside.embedded = false;
        add_found(inside, nodes, given(*included), output, "@included");
      }
      add_properties(state, *node, frame, flags, output);
      add_defaults(*frame.object, output);
      if (const Json* reverse = entry(*frame.object, "@reverse")) add_reverse(state, *node, *reverse, output);
      into.push_back(std::move(output));
      open_.pop_back();
    }
  }

  /// Whether the node is being written, so that embedding it would go in a circle.
  bool is_open(const Json* node) const { return std::find(open_.begin(), open_.end(), node) != open_.end(); }

  /// Frames into a property, which is not made for nothing.
  void add_found(const State& state, std::span<const Json* const> nodes, const FrameObject& frame, Json& output,
                 const std::string& property) {
    Json found = Json::array();
    frame_nodes(state, nodes, frame, found);
    if (found.empty()) return;
    Json& values = output[property];
    if (values.is_null()) {
      values = std::move(found);
      return;
    }
    for (Json& value : found) values.push_back(std::move(value));
  }

  void add_named_graph(const State& state, const Json& node, const FrameObject& frame, Json& output) {
    const Json* graph = entry(graphs_, node["@id"].get_ref<const std::string&>());
    if (graph == nullptr) return;
    const Json* frames = entry(*frame.object, "@graph");
    if (frames == nullptr && state.merged) return;
    const Json* subframe = first_object(frames);
    const Nodes nodes = nodes_of(*graph);
    add_found({graph, false, false, false, state.embedded_nodes}, nodes, given(subframe != nullptr ? *subframe : kNoEntries), output,
              "@graph");
  }

  void add_properties(const State& state, const Json& node, const FrameObject& frame, const FrameFlags& flags, Json& output) {
    for (auto member = node.begin(); member != node.end(); ++member) {
      const std::string& property = member.key();
      if (property.starts_with('@')) {
        output[property] = *member;
        continue;
      }
      const Json* frames = entry(*frame.object, property);
      if (frames == nullptr && flags.explicit_inclusion) continue;
      const Json* first = first_object(frames);
      const FrameObject subframe = first != nullptr ? given(*first) : implicit(flags);
      for (const Json& value : *member) {
        spend();
        if (is_reference(value))
          add_node(state, value, subframe, output, property);
        else if (const Json* items = entry(value, "@list"))
          append(output, property, framed_list(state, *items, first, flags));
        else if (value_matches(*subframe.object, value))
          append(output, property, value);
      }
    }
  }

  void add_node(const State& state, const Json& reference, const FrameObject& frame, Json& output, const std::string& property) {
    const Json* node = entry(*state.graph, reference["@id"].get_ref<const std::string&>());
    if (node != nullptr) add_found(state.as_value(), {&node, 1}, frame, output, property);
  }

  Json framed_list(const State& state, const Json& items, const Json* property_frame, const FrameFlags& flags) {
    const Json* first = property_frame != nullptr ? first_object(entry(*property_frame, "@list")) : nullptr;
    const FrameObject frame = first != nullptr ? given(*first) : implicit(flags);
    Json list = Json::object({{"@list", Json::array()}});
    for (const Json& item : items) {
      spend();
      if (is_reference(item))
        add_node(state, item, frame, list, "@list");
      else
        list["@list"].push_back(item);
    }
    return list;
  }

  /// Step 4.7.4: what the frame asks for and the node has not. The value is what @preserve would hold.
  void add_defaults(const Json& frame, Json& output) {
    for (auto member = frame.begin(); member != frame.end(); ++member) {
      const std::string& property = member.key();
      const Json* first = first_object(&*member);
      const Json* given_default = first != nullptr ? entry(*first, "@default") : nullptr;
      if (property == "@type" ? given_default == nullptr : property.starts_with('@')) continue;
      if (output.contains(property) || omits_default(first != nullptr ? *first : kNoEntries, options_.omit_default)) continue;
      if (given_default != nullptr && given_default->is_array()) given_default = given_default->empty() ? nullptr : &given_default->front();
      append(output, property, given_default != nullptr ? *given_default : Json("@null"));
    }
  }

  void add_reverse(const State& state, const Json& node, const Json& reverse, Json& output) {
    for (auto member = reverse.begin(); member != reverse.end(); ++member) {
      const Json* first = first_object(&*member);
      const FrameObject frame = given(first != nullptr ? *first : kNoEntries);
      for (const std::string* id : referring(member.key(), node["@id"].get_ref<const std::string&>())) {
        const Json* referrer = entry(*state.graph, *id);
        if (referrer == nullptr) continue;
        Json& values = output["@reverse"][member.key()];
        if (values.is_null()) values = Json::array();
        State inside = state;
        inside.embedded = true;
        spend();
        frame_nodes(inside, {&referrer, 1}, frame, values);
      }
    }
  }

  /// The identifiers of the nodes that have a reference to `id` as a value of `property`.
  const std::vector<const std::string*>& referring(const std::string& property, const std::string& id) {
    const auto [found, is_new] = referring_.try_emplace(property);
    if (is_new) {
      for (auto subject = subjects_.begin(); subject != subjects_.end(); ++subject) {
        const Json* values = entry(*subject, property);
        if (values == nullptr) continue;
        for (const Json& value : *values)
          if (is_reference(value)) found->second[value["@id"].get_ref<const std::string&>()].push_back(&subject.key());
      }
    }
    return found->second[id];
  }

  static void append(Json& output, const std::string& property, Json value) {
    Json& values = output[property];
    if (values.is_null()) values = Json::array();
    values.push_back(std::move(value));
  }

  void spend() {
    if (left_-- == 0) throw Failure("the framed document repeats the nodes of the document beyond measure; frame with @embed: @once");
  }

  const Json& graphs_;
  const Json& subjects_;
  const FramingOptions& options_;
  FrameMatching matching_;
  Nodes open_;  ///< nodes being written, the innermost last
  std::map<std::string, std::unordered_map<std::string, std::vector<const std::string*>>> referring_;
  std::size_t left_ = kAtLeast;  ///< values that may still be written
};

const Json& only_frame(const Json& expanded_frame) {
  if (!expanded_frame.is_array()) return expanded_frame;
  if (expanded_frame.empty()) return kNoEntries;
  if (expanded_frame.size() > 1) throw JsonldError("invalid frame", "the frame has more than one node object at the top");
  return expanded_frame.front();
}

}  // namespace

FramingOptions framing_options(const JsonldOptions& options, bool frame_default) {
  return {options.embed, options.explicit_inclusion, options.omit_default, options.require_all, frame_default, !options.processing_mode_10};
}

Json frame_expanded(const Json& expanded, const Json& expanded_frame, const FramingOptions& options) {
  const Json& frame = only_frame(expanded_frame);
  check_frame(frame);
  BlankLabels labels;
  const Json graphs = node_map(expanded, labels);
  const bool one_graph = options.frame_default || graphs.size() == 1;
  const Json merged = one_graph ? Json() : merge_node_maps(graphs);
  Json result = Framing(graphs, one_graph ? graphs["@default"] : merged, options).result(frame, !options.frame_default);
  if (options.prune_blank_labels) prune_blank_labels(result);
  return result;
}

}  // namespace musclekg
