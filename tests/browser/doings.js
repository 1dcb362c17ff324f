/** Runs in the browser: takes nothing from around it. */
export async function doings({ batch, way, patience }) {
  // Payloads shadow members of their document; those of this page's prototypes work on it all the same.
  const all = (inside, selector) => Document.prototype.querySelectorAll.call(inside, selector);
  const member = (inside, name) => Object.getOwnPropertyDescriptor(Document.prototype, name).get.call(inside);
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const counts = batch.map(() => 0);
  const frames = batch.map((html, i) => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const inside = frame.contentWindow;
    const write = frame.contentDocument;
    if (inside === null || write === null) throw new Error('no frame');
    const count = () => {
      counts[i]++;
    };
    Object.assign(inside, { alert: count });
    if (way === 'write') {
      write.open();
      // document.open gives the window its own alert back.
      Object.assign(inside, { alert: count });
      write.write(html);
      write.close();
    } else {
      write.body.innerHTML = html;
    }
    return frame;
  });
  await wait(patience);
  const active = [];
  for (const frame of frames) {
    const inside = frame.contentDocument;
    // A payload may have led its frame away: it is active, and there is nothing to look at.
    if (inside === null || inside.URL === undefined) {
      active.push(1);
      continue;
    }
    let found = 0;
    for (const element of all(inside, '*')) {
      if (
        /^(?:script|iframe|frame|object|embed|form|input|button|base|link|meta|style|svg|math)$/i.test(
          element.localName,
        )
      ) {
        if (
          element.parentElement !== member(inside, 'head') ||
          Element.prototype.hasAttributes.call(element) ||
          element.childNodes.length > 0
        )
          found++;
      }
      // A form's controls may hide what is its own.
      for (const name of Element.prototype.getAttributeNames.call(element)) {
        const value = Element.prototype.getAttribute.call(element, name);
        if (/^on/i.test(name) || name === 'style' || name === 'srcdoc' || name === 'name') found++;
        // Those of footnotes: no member of window or document has such a name.
        if (name === 'id' && !/^adstrip-(?:note|ref)-[1-9][0-9]*$/.test(value)) found++;
        if (/^(?:href|src|action|formaction|data|xlink:href|cite|poster|background)$/i.test(name)) {
          const { protocol } = new URL(value, 'https://reader.example/');
          if (!/^(?:https?|mailto|tel):$/.test(protocol)) found++;
        }
      }
    }
    for (const element of all(inside, 'a, [tabindex], button, summary, img')) {
      element.focus?.();
      // A link to another page would lead the frame away; one that runs a script is what is looked for.
      if (/^https?:/.test(element.href)) element.addEventListener('click', (event) => event.preventDefault());
      for (const type of ['mouseover', 'click']) {
        element.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true }));
      }
    }
    active.push(found);
  }
  await wait(patience);
  const { DOMPurify } = window;
  const impure = batch.map((html) => {
    DOMPurify.sanitize(html);
    return DOMPurify.removed.length;
  });
  for (const frame of frames) frame.remove();
  return counts.map((ran, i) => ({ ran, active: active[i], impure: impure[i] }));
}
