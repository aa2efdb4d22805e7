// @ts-check

/**
 * Sends what somebody types while nothing has the focus to the message box, as Discord does. The key itself still
 * arrives there, because the focus moves before it is written.
 * @param {() => void} focus
 */
export const typeAnywhere = (focus) => {
  document.addEventListener('keydown', (event) => {
    const isText = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (isText && document.activeElement === document.body) focus();
  });
};
