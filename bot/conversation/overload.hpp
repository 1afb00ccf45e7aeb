#pragma once

namespace bot {

// One visitor of a variant out of several functions: std::visit(Overload{…}, variant).
template <class... F>
struct Overload : F... {
    using F::operator()...;
};
// clang 14 deduces no aggregates by itself.
template <class... F>
Overload(F...) -> Overload<F...>;

}  // namespace bot
