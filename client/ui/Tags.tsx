import { X } from 'lucide-react'
import { Button, Tag, TagGroup, TagList } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { classes } from './classes.ts'
import styles from './Tags.module.css'

interface TagsProps {
  label: string
  tags: readonly { id: string; text: string }[]
  onRemove: (id: string) => void
}

/** What was picked so far, each with a cross; nothing at all while nothing is picked. */
export function Tags({ label, tags, onRemove }: TagsProps) {
  const { t } = useTranslation()
  if (tags.length === 0) return null
  return (
    <TagGroup aria-label={label} onRemove={(keys) => keys.forEach((key) => onRemove(String(key)))}>
      <TagList items={tags} className={classes(styles.list)}>
        {({ text }) => (
          <Tag textValue={text} className={classes(styles.tag)}>
            <bdi>{text}</bdi>
            <Button slot="remove" aria-label={t('common.remove')} className={classes(styles.cross)}>
              <X aria-hidden="true" />
            </Button>
          </Tag>
        )}
      </TagList>
    </TagGroup>
  )
}
