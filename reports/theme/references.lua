-- The list of references is a section of the page, below its title.
return {
  {
    Header = function(header)
      if header.identifier == "bibliography" then header.level = 2 end
      return header
    end,
  },
}
