#pragma once

#include <cassert>
#include <utility>
#include <variant>

namespace domain {

// The reason why there is no value. Deduces its type: `return Failure{NipError::Length};`
template <class E>
struct Failure {
    E reason;
};
template <class E>
Failure(E) -> Failure<E>;

// A value, or the reason why not. A person's mistake is such a reason, never an exception.
// The names follow std::expected, which g++ 12 does not have. A plain value: for one thread.
template <class T, class E>
class Result {
public:
    // NOLINTNEXTLINE(google-explicit-constructor): a value is a result.
    Result(T value) : content_(std::in_place_index<0>, std::move(value)) {}

    template <class F>
    // NOLINTNEXTLINE(google-explicit-constructor): a failure is a result.
    Result(Failure<F> failure) : content_(std::in_place_index<1>, std::move(failure.reason)) {}

    [[nodiscard]] bool has_value() const { return content_.index() == 0; }
    explicit operator bool() const { return has_value(); }

    // The value. Asking a failure for it is a bug and ends the program in debug builds.
    const T& value() const& {
        assert(has_value());
        return *std::get_if<0>(&content_);
    }
    T&& value() && {
        assert(has_value());
        return std::move(*std::get_if<0>(&content_));
    }
    const T& operator*() const& { return value(); }
    const T* operator->() const { return &value(); }

    // The reason. Asking a success for it is a bug and ends the program in debug builds.
    const E& error() const {
        assert(!has_value());
        return *std::get_if<1>(&content_);
    }

private:
    std::variant<T, E> content_;
};

}  // namespace domain
