// How long it is until something is due, told again every half minute without asking the server.
const tell = (element: HTMLElement) => {
  const due = Number(element.dataset.due);
  const minutes = Math.floor((due - Date.now()) / 60000);
  const mood = minutes < 0 ? 'late' : minutes < 60 ? 'soon' : 'calm';
  const size = Math.abs(minutes < 0 ? minutes + 1 : minutes);
  const length = size < 60 ? element.dataset.minutes!.replace('#', String(size))
    : size < 2880 ? element.dataset.hours!.replace('#', String(Math.floor(size / 60)))
      : element.dataset.days!.replace('#', String(Math.floor(size / 1440)));
  const text = mood === 'late' ? element.dataset.late!.replace('#', length)
    : mood === 'soon' ? element.dataset.soon!.replace('#', length) : element.dataset.calm!;
  if (element.textContent !== text) {
    element.textContent = text;
    element.dataset.mood = mood;
  }
};

setInterval(() => document.querySelectorAll<HTMLElement>('[data-due]').forEach(tell), 30000);
