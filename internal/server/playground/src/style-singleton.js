import { useEffect } from 'react'

// A stand-in for react-style-singleton, same exports, that adds its rules as
// a constructed style sheet: the content security policy allows no <style>.
export function stylesheetSingleton() {
  let users = 0
  let sheet
  return {
    add(css) {
      if (users++ > 0) return
      sheet = new CSSStyleSheet()
      sheet.replaceSync(css)
      document.adoptedStyleSheets.push(sheet)
    },
    remove() {
      if (--users > 0) return
      const sheets = document.adoptedStyleSheets
      const at = sheets.indexOf(sheet)
      if (at >= 0) sheets.splice(at, 1)
    },
  }
}

export function styleHookSingleton() {
  const sheet = stylesheetSingleton()
  return (styles, dynamic) => {
    useEffect(() => {
      sheet.add(styles)
      return () => sheet.remove()
    }, [styles && dynamic])
  }
}

export function styleSingleton() {
  const useStyle = styleHookSingleton()
  return ({ styles, dynamic }) => {
    useStyle(styles, dynamic)
    return null
  }
}
