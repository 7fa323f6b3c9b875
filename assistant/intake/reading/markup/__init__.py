"""From bytes to text and from XML and HTML to trees and lines, however broken."""
