// Follows links without leaving the page; with Ctrl, Shift or the middle button the browser does.
// data: the name of the attribute that holds what a link leads to. Hears the dialog it stands in, or the page.
export default ({ data, parentElement, setTriggerValue }) => {
  const wadah = parentElement.closest('[role="dialog"]') ?? parentElement.closest('[data-testid="stMain"]');
  const ikuti = e => {
    const tautan = e.target.closest(`a[data-${data}]`);
    if (!tautan || e.ctrlKey || e.metaKey || e.shiftKey) return;
    e.preventDefault();
    setTriggerValue('tuju', tautan.dataset[data]);
  };
  wadah.addEventListener('click', ikuti);
  return () => wadah.removeEventListener('click', ikuti);
};
