// Follows the links of the drawer without leaving the page; with Ctrl, Shift or the middle button the browser does.
export default ({ parentElement, setTriggerValue }) => {
  const laci = parentElement.closest('[role="dialog"]');
  const ikuti = e => {
    const tautan = e.target.closest('a[data-kotak]');
    if (!tautan || e.ctrlKey || e.metaKey || e.shiftKey) return;
    e.preventDefault();
    setTriggerValue('kotak', tautan.dataset.kotak);
  };
  laci.addEventListener('click', ikuti);
  return () => laci.removeEventListener('click', ikuti);
};
