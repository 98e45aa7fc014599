// Pages opened from a folder may not start workers; there the search runs in a hidden frame.
if (location.protocol === "file:") {
  window.Worker = class {
    constructor(url) {
      this.frame = document.createElement("iframe")
      this.frame.hidden = true
      document.body.append(this.frame)
      this.waiting = []
      const inside = this.frame.contentWindow
      inside.postMessage = (data) => setTimeout(() => this.onmessage?.({ data }))
      const script = inside.document.createElement("script")
      script.src = new URL(url, location.href).href
      script.onerror = () => this.onerror?.(new Event("error"))
      script.onload = () => {
        this.loaded = true
        this.waiting.splice(0).forEach((data) => this.postMessage(data))
      }
      inside.document.body.append(script)
    }

    postMessage(data) {
      if (!this.loaded) return this.waiting.push(data)
      setTimeout(() => this.frame.contentWindow.onmessage?.({ data }))
    }

    terminate() {
      this.frame.remove()
    }
  }
}
