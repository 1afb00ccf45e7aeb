// Who holds which phone, and what waits for those who hold none.

export class Holders {
  phones = [];
  used = null; // The phone that was used last.
  #store;

  constructor(store) {
    this.#store = store;
  }

  // The phone that shows this person, or null.
  phone_of(alamat) {
    return this.phones.find((phone) => phone.person?.alamat === alamat) ?? null;
  }

  // Whose phones are not shown and have something unread: [{person, count}].
  waiting() {
    return this.#store.people
      .filter((person) => !this.phone_of(person.alamat))
      .map((person) => ({ person, count: this.#store.unread_count(person.alamat) }))
      .filter(({ count }) => count > 0);
  }

  // Hands out the phones: to those whom the page's address names, else to the first person without
  // subordinates and his superior. Settles when both threads are there.
  async begin() {
    const shown = this.phones.map((phone, index) => phone.show(this.#wanted()[index]));
    this.#remember();
    await Promise.all(shown);
  }

  // A person is held by one phone: choosing whom the other one shows swaps the two.
  async give(phone, person) {
    const other = this.phone_of(person.alamat);
    const before = phone.person;
    const shown = [phone.show(person)];
    if (other && other !== phone) shown.push(other.show(before));
    this.#remember();
    await Promise.all(shown);
  }

  #wanted() {
    const { people } = this.#store;
    const [one, two] = location.hash
      .slice(1)
      .split(',')
      .map((alamat) => this.#store.person(alamat));
    const is_superior = (person) => people.some((other) => other.atasan === person.nip);
    const first = one ?? people.find((person) => !is_superior(person)) ?? people[0];
    const others = people.filter((person) => person !== first);
    const second = others.find((person) => person === two) ?? this.#store.superior_of(first);
    return [first, second ?? others[0] ?? first];
  }

  // So that a reload shows the same two.
  #remember() {
    const names = this.phones.map((phone) => phone.person.alamat);
    history.replaceState(null, '', `#${names.join(',')}`);
  }
}
