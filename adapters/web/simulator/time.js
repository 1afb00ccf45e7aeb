// Times of the demo, in the demo's own zone, whatever the zone of this computer is.

const DAYS = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'];
const MONTHS = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
];

// The offset of an RFC 3339 time: '+07:00'.
export function offset_of(time) {
  return /(Z|[+-]\d\d:\d\d)$/.exec(time)?.[1] ?? '+07:00';
}

function offset_ms(offset) {
  if (offset === 'Z') return 0;
  const [hours, minutes] = offset.slice(1).split(':').map(Number);
  return (offset[0] === '-' ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

// A Date whose UTC fields are the wall clock of the zone `offset`.
function wall(instant_ms, offset) {
  return new Date(instant_ms + offset_ms(offset));
}

const two = (number) => String(number).padStart(2, '0');

// '08.05', as Indonesians write it.
export function clock_text(time, offset = offset_of(time)) {
  const at = wall(typeof time === 'number' ? time : Date.parse(time), offset);
  return `${two(at.getUTCHours())}.${two(at.getUTCMinutes())}`;
}

// 'Senin, 27 April 2026'
export function day_text(time, offset = offset_of(time)) {
  const at = wall(typeof time === 'number' ? time : Date.parse(time), offset);
  return `${DAYS[at.getUTCDay()]}, ${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()}`;
}

// '2026-04-27', the value of a date field.
export function date_value(time, offset = offset_of(time)) {
  return wall(typeof time === 'number' ? time : Date.parse(time), offset)
    .toISOString()
    .slice(0, 10);
}

// Where the demo's clock stands now: the state's time and what has passed since it was received.
export function running_ms(store) {
  return Date.parse(store.state.now) + (performance.now() - store.received_at);
}
