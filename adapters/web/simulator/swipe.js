// Swiping a message to the right answers it, as on a phone.

const FAR_PX = 56;

// Calls `on_swipe(id)` for a message below `list` that was drawn far enough to the right.
export function watch_swipes(list, on_swipe) {
  let start = null;
  const end = () => {
    if (start) start.element.style.transform = '';
    start = null;
  };
  list.addEventListener('pointerdown', (event) => {
    const element = event.target.closest('.message');
    if (event.pointerType === 'touch' && element)
      start = { element, x: event.clientX, y: event.clientY };
  });
  list.addEventListener('pointermove', (event) => {
    if (!start) return;
    const right = event.clientX - start.x;
    if (Math.abs(event.clientY - start.y) > 24) return end();
    start.element.style.transform =
      right > 8 ? `translateX(${Math.min(right, FAR_PX + 16)}px)` : '';
  });
  list.addEventListener('pointerup', (event) => {
    const swiped = start && event.clientX - start.x >= FAR_PX ? start.element.dataset.id : null;
    end();
    if (swiped) on_swipe(swiped);
  });
  list.addEventListener('pointercancel', end);
}
