// Brings cited words into view, and the keyboard to them.
window.desk = {
  show(id) {
    const words = document.getElementById(id);
    if (words) {
      words.tabIndex = -1;
      words.scrollIntoView({ block: 'center' });
      words.focus({ preventScroll: true });
    }
  },
};
