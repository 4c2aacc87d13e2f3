#include "check/shapes.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "check/shape_reader.h"
#include "rdf/vocabulary.h"

namespace musclekg {

namespace {

/// Looks how shapes stand in one another: those that refer to themselves, and those that are nested too deep, are reported and taken out.
class Nesting {
 public:
  Nesting(std::deque<ShaclShape>& shapes, ShapeReader& reader) : shapes_(shapes), reader_(reader), states_(shapes.size()) {}

  void check() {
    for (ShapeNumber shape = 0; shape < shapes_.size(); ++shape)
      if (states_[shape].mark == Mark::New) walk(shape);
    // From the outermost inwards: a shape is left behind all that refer to it.
    for (auto at = left_.rbegin(); at != left_.rend(); ++at) {
      ShaclShape& shape = shapes_[*at];
      const State& state = states_[*at];
      const bool target_only = shape.has_targets() && state.mentions == 0;
      shape.met_once =
          target_only || (!shape.has_targets() && state.mentions == 1 && !state.among_values && shapes_[state.parent].met_once);
    }
  }

 private:
  enum class Mark : std::uint8_t { New, Open, Done };

  struct State {
    Mark mark = Mark::New;
    bool among_values = false;  ///< a property shape refers to it
    ShapeNumber parent = 0;
    std::size_t mentions = 0;
    std::size_t height = 0;  ///< of the shapes within it
  };

  struct Frame {
    ShapeNumber shape;
    std::vector<ShapeNumber> inner;
    std::size_t next = 0;
  };

  std::vector<ShapeNumber> inner_of(const ShaclShape& shape) const {
    std::vector<ShapeNumber> inner = shape.properties;
    for (const auto& constraint : shape.constraints) inner.insert(inner.end(), constraint->shapes.begin(), constraint->shapes.end());
    return inner;
  }

  void open(std::vector<Frame>& frames, ShapeNumber shape) {
    states_[shape].mark = Mark::Open;
    frames.push_back({shape, inner_of(shapes_[shape])});
  }

  void walk(ShapeNumber first) {
    std::vector<Frame> frames;
    open(frames, first);
    while (!frames.empty()) {
      Frame& frame = frames.back();
      if (frame.next == frame.inner.size()) {
        leave(frame);
        frames.pop_back();
        continue;
      }
      const ShapeNumber outer = frame.shape, inner = frame.inner[frame.next++];
      State& state = states_[inner];
      ++state.mentions;
      state.parent = outer;
      state.among_values |= shapes_[outer].path.has_value();
      if (state.mark == Mark::Open)
        take_out(outer, fmt::format("the shape refers to itself by way of {}", Wording().name(shapes_[inner].node)));
      else if (state.mark == Mark::New)
        open(frames, inner);
    }
  }

  void leave(const Frame& frame) {
    State& state = states_[frame.shape];
    state.mark = Mark::Done;
    left_.push_back(frame.shape);
    for (const ShapeNumber inner : frame.inner) state.height = std::max(state.height, states_[inner].height + 1);
    if (state.height < Shapes::kDeepest) return;
    take_out(frame.shape, fmt::format("shapes are nested deeper than {} levels", Shapes::kDeepest));
    state.height = 0;
  }

  void take_out(ShapeNumber number, std::string why) {
    ShaclShape& shape = shapes_[number];
    reader_.fault(shape.node, std::move(why));
    shape.deactivated = true;
    shape.constraints.clear();
    shape.properties.clear();
  }

  std::deque<ShaclShape>& shapes_;
  ShapeReader& reader_;
  std::vector<State> states_;
  std::vector<ShapeNumber> left_;  ///< the inner ones first
};

}  // namespace

Shapes::Shapes(const Graph& graph, NodeTable& nodes, std::string_view file, Diagnostics& diagnostics)
    : type_(nodes.iri(rdf::type)), subclass_of_(nodes.iri(rdfs::subClassOf)) {
  ShapeReader reader(graph, nodes, file, diagnostics, shapes_);
  reader.read();
  Nesting(shapes_, reader).check();
}

}  // namespace musclekg
