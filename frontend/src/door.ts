// The demo accounts on the sign-in page: choosing one, or a story that one begins, fills in the form and sends it.
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-account]')) {
  button.addEventListener('click', () => {
    const form = document.querySelector<HTMLFormElement>('form[action="signin"]')!;
    (form.elements.namedItem('username') as HTMLInputElement).value = button.dataset.account!;
    (form.elements.namedItem('password') as HTMLInputElement).value = 'demo';
    if (button.dataset.next !== undefined) {
      (form.elements.namedItem('next') as HTMLInputElement).value = button.dataset.next;
    }
    form.requestSubmit();
  });
}

// The list of links that are handed out on paper.
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
  button.addEventListener('click', () => window.print());
}
